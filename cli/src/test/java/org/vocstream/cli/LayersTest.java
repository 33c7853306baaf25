package org.vocstream.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/**
 * Imports point down only, over all modules: cli, page, kibana, report and flink-jobs,
 * elasticsearch, then statistics and models, which do not know each other. Encoders stand on
 * models, and nobody imports them.
 */
@AnalyzeClasses(packages = "org.vocstream", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {
  @ArchTest
  static final ArchRule IMPORTS_POINT_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("org.vocstream.cli..")
          .layer("page")
          .definedBy("org.vocstream.page..")
          .layer("kibana")
          .definedBy("org.vocstream.kibana..")
          .layer("report")
          .definedBy("org.vocstream.report..")
          .layer("jobs")
          .definedBy("org.vocstream.jobs..")
          .layer("elasticsearch")
          .definedBy("org.vocstream.elasticsearch..")
          .layer("statistics")
          .definedBy("org.vocstream.statistics..")
          .layer("encoders")
          .definedBy("org.vocstream.encoder..")
          // For tests.
          .layer("servers")
          .definedBy("org.vocstream.servers..")
          .layer("models")
          .definedBy(
              "org.vocstream.feedback..",
              "org.vocstream.call..",
              "org.vocstream.text..",
              "org.vocstream.segment..",
              "org.vocstream.pack..",
              "org.vocstream.english..",
              "org.vocstream.linear..",
              "org.vocstream.sentiment..",
              "org.vocstream.opinion..",
              "org.vocstream.call..",
              "org.vocstream.suspect..",
              "org.vocstream.survey..",
              "org.vocstream.scoring..",
              "org.vocstream.training..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("page")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("kibana")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("jobs")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("elasticsearch")
          .mayOnlyBeAccessedByLayers("cli", "page", "kibana", "report", "jobs", "servers")
          .whereLayer("statistics")
          .mayOnlyBeAccessedByLayers("cli", "page", "kibana", "report", "jobs", "elasticsearch")
          .whereLayer("servers")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("encoders")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("models")
          .mayOnlyBeAccessedByLayers(
              "cli", "page", "kibana", "report", "jobs", "elasticsearch", "encoders")
          .ensureAllClassesAreContainedInArchitecture();

  /** It is GPL, and it may be missing. */
  @ArchTest
  static final ArchRule NOBODY_IMPORTS_CORENLP =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.vocstream.corenlp..", "edu.stanford..");

  @ArchTest
  static final ArchRule ELASTICSEARCH_KNOWS_NO_FLINK =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("org.vocstream.elasticsearch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  /** Bytes of strangers would choose the classes that are made of them. */
  @ArchTest
  static final ArchRule NOBODY_MAKES_OBJECTS_OF_BYTES =
      ArchRuleDefinition.noClasses()
          .that()
          // It reads the models inside its own jar, which come in no other form.
          .resideOutsideOfPackage("org.vocstream.corenlp..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.beans.XMLDecoder")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("com.esotericsoftware.kryo..");

  /** What people write is read by YamlDocument, which refuses aliases, depth and size. */
  @ArchTest
  static final ArchRule YAML_OF_OTHERS_IS_READ_AS_A_BOUNDED_TREE =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.vocstream.text..", "org.vocstream.sentiment..", "org.vocstream.training..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.snakeyaml.engine.v2.api.Load");

  @ArchTest
  static final ArchRule SCORING_NEEDS_NO_TRAINING =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage("org.vocstream.jobs..", "org.vocstream.elasticsearch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.vocstream.training..");
}
