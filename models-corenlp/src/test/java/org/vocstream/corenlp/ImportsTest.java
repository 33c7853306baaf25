package org.vocstream.corenlp;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/**
 * CoreNLP stays behind this module's door, and the module knows of models no more than the door.
 */
@AnalyzeClasses(packages = "org.vocstream", importOptions = ImportOption.DoNotIncludeTests.class)
final class ImportsTest {
  @ArchTest
  static final ArchRule NOBODY_IMPORTS_CORENLP =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("org.vocstream.corenlp..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.vocstream.corenlp..", "edu.stanford..", "org.ejml..");

  @ArchTest
  static final ArchRule IT_KNOWS_THE_INTERFACE_ALONE =
      ArchRuleDefinition.classes()
          .that()
          .resideInAPackage("org.vocstream.corenlp..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.vocstream.corenlp..",
              "org.vocstream.english..",
              "org.vocstream.text..",
              "edu.stanford..",
              "org.ejml..",
              "java..");
}
