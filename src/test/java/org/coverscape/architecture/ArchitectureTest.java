package org.coverscape.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rules of the house; when code wants to break one, the design is asking for a change. */
@AnalyzeClasses(
    packages = "org.coverscape",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.WithoutGeneratedStubs.class,
      ArchitectureTest.WithoutTestJars.class
    })
class ArchitectureTest {
  private static final String ENGINE = "org.coverscape.engine..";
  private static final String GRPC = "org.coverscape.engine.inference.grpc..";
  private static final String SERVICE = "org.coverscape.service..";
  private static final String CLI = "org.coverscape.cli..";
  private static final String CLUSTER = "org.coverscape.cluster..";
  private static final String APP = "org.coverscape.app..";
  private static final String MAP = "org.coverscape.map..";
  private static final String[] GEOTOOLS = {
    "org.geotools..", "it.geosolutions..", "javax.media.jai.."
  };

  @ArchTest
  static final ArchRule noScreenBelowTheApplication =
      noClasses()
          .that()
          .resideInAnyPackage(ENGINE, CLI, CLUSTER, SERVICE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", MAP, APP)
          .because("the same engine runs headless, on a cluster and under the window");

  @ArchTest
  static final ArchRule engineKnowsNobodyAboveIt =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVICE, CLI, CLUSTER, APP, MAP)
          .because("arrows go one way: programs know the engine, not the other way round");

  @ArchTest
  static final ArchRule serviceKnowsOnlyTheContract =
      noClasses()
          .that()
          .resideInAPackage(SERVICE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ENGINE, CLI, CLUSTER, APP, MAP)
          .because(
              "a service may run anywhere, and shares only the wire contract with its clients");

  @ArchTest
  static final ArchRule mapAndEngineDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(MAP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ENGINE, SERVICE, CLI, CLUSTER, APP)
          .because("the map is a general component; the application joins it to the engine");

  @ArchTest
  static final ArchRule wireStaysAtTheWire =
      noClasses()
          .that(not(resideInAnyPackage(GRPC, SERVICE)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.grpc..", "org.coverscape.proto..", "com.google.protobuf..")
          .because("a protocol's types and its Status must not leak into scoring or the screen");

  @ArchTest
  static final ArchRule databaseStaysInTheStore =
      noClasses()
          .that(not(resideInAPackage("org.coverscape.engine.store..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
          .because("one place knows how things are kept");

  @ArchTest
  static final ArchRule sparkStaysInTheCluster =
      noClasses()
          .that(not(resideInAPackage(CLUSTER)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..")
          .because("a desktop must not carry a cluster");

  @ArchTest
  static final ArchRule onnxStaysInTheService =
      noClasses()
          .that(not(resideInAPackage(SERVICE)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..")
          .because("native code runs in the service's own process, where it can hurt nobody else");

  @ArchTest
  static final ArchRule geotoolsStaysWhereItIsNeeded =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                          "org.coverscape.engine.imagery..", "org.coverscape.engine.export..", MAP)
                      .or(nameMatching("org\\.coverscape\\.engine\\.region\\.Crs(\\$.*)?"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(GEOTOOLS)
          .because("coordinates have one door, and the library behind it can be changed");

  @ArchTest
  static final ArchRule nounsNeedOnlyTheJdkAndJts =
      classes()
          .that()
          .resideInAnyPackage(
              "org.coverscape.engine.region",
              "org.coverscape.engine.chip",
              "org.coverscape.engine.landcover")
          .and(not(nameMatching("org\\.coverscape\\.engine\\.region\\.Crs(\\$.*)?")))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.locationtech.jts..",
              "org.jspecify.annotations..",
              "org.coverscape.engine.region",
              "org.coverscape.engine.chip",
              "org.coverscape.engine.landcover")
          .because("the nouns of the field outlive every library");

  @ArchTest
  static final ArchRule viewModelsNeedNoWindow =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.coverscape.app.model",
              "org.coverscape.app.run",
              "org.coverscape.app.work",
              "org.coverscape.app.overlay",
              "org.coverscape.app.geo",
              "org.coverscape.app.files",
              "org.coverscape.app.service",
              "org.coverscape.app.place")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
          .because("what the window shows and does is tested without one");

  @ArchTest
  static final ArchRule onePlaceTurnsEventsIntoChangesOfTheScreen =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .and(not(resideInAPackage("org.coverscape.app.run")))
          .should()
          .dependOnClassesThat(
              nameMatching("org\\.coverscape\\.engine\\.scoring\\.Scoring(Event|Listener)(\\$.*)?"))
          .because("events come hundreds a second, and the screen is told a few times a second");

  @ArchTest
  static final ArchRule oneWayToTheScreensThread =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .and(not(nameMatching("org\\.coverscape\\.app\\.work\\.FxThread")))
          .should()
          .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
          .because("view models take the screen's thread as an executor, so that tests can be it");

  @ArchTest
  static final ArchRule noPackageCycles =
      slices()
          .matching("org.coverscape.(**)")
          .should()
          .beFreeOfCycles()
          .because("what cannot be read from one end cannot be understood");

  @ArchTest
  static final ArchRule noMutableStatics =
      fields()
          .that()
          .areStatic()
          .should(beFinalUnlessGenerated())
          .because("shared state that changes makes two runs in one process different");

  @ArchTest
  static final ArchRule noStandardStreams =
      noClasses()
          .that(
              not(
                  resideInAPackage(CLI)
                      .or(nameMatching("org\\.coverscape\\.service\\.(ServiceMain|ReadyLine)"))))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because(
              "only a program speaks on standard streams: the command line, and the service's main"
                  + " class, whose one line tells its parent where it listens");

  @ArchTest
  static final ArchRule noStackTraces =
      noClasses()
          .should()
          .callMethod(Throwable.class, "printStackTrace")
          .because("a person sees one plain sentence");

  @ArchTest
  static final ArchRule noSleeping =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .because("waiting for time to pass is not synchronisation");

  private static ArchCondition<JavaField> beFinalUnlessGenerated() {
    return new ArchCondition<>("be final") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean fine =
            field.getModifiers().contains(JavaModifier.FINAL)
                || field.getModifiers().contains(JavaModifier.SYNTHETIC);
        if (!fine) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is not final"));
        }
      }
    };
  }

  /** Leaves out what protoc wrote. */
  static final class WithoutGeneratedStubs implements ImportOption {
    @Override
    public boolean includes(com.tngtech.archunit.core.importer.Location location) {
      return !location.contains("org/coverscape/proto/");
    }
  }

  /** Leaves out the tests and fixtures that the engine shares as a jar. */
  static final class WithoutTestJars implements ImportOption {
    @Override
    public boolean includes(com.tngtech.archunit.core.importer.Location location) {
      return !location.contains("-tests.jar");
    }
  }
}
