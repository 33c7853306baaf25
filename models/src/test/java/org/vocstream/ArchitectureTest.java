package org.vocstream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each room of the house knows only the rooms below it. */
@AnalyzeClasses(packages = "org.vocstream", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule plainJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.elasticsearch..", "co.elastic..");

  @ArchTest
  static final ArchRule textKnowsNoOneAbove =
      noClasses()
          .that()
          .resideInAPackage("org.vocstream.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vocstream.segment..",
              "org.vocstream.pack..",
              "org.vocstream.opinion..",
              "org.vocstream.sentiment..",
              "org.vocstream.scoring..");

  @ArchTest
  static final ArchRule segmentKnowsNoPack =
      noClasses()
          .that()
          .resideInAPackage("org.vocstream.segment..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vocstream.pack..",
              "org.vocstream.opinion..",
              "org.vocstream.sentiment..",
              "org.vocstream.scoring..");

  @ArchTest
  static final ArchRule packKnowsNoScores =
      noClasses()
          .that()
          .resideInAPackage("org.vocstream.pack..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.vocstream.opinion..", "org.vocstream.sentiment..", "org.vocstream.scoring..");

  @ArchTest
  static final ArchRule hanLpStaysBehindOurInterface =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.vocstream.segment..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.hankcs..");
}
