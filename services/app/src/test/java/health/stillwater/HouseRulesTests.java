package health.stillwater;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The style of the house, as tests. Each sentence is a rule; a failure names the line that breaks
 * it.
 */
class HouseRulesTests {

    private static final String ROOT = "health.stillwater";

    @TestFactory
    Stream<DynamicTest> theHouseIsInOrder() {
        JavaClasses code =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(ROOT);
        return rules().map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getDescription(), () -> rule.check(code)));
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                        whatStaysInItsRoom(),
                        howCodeIsWritten(),
                        whereTheOutsideComesIn(),
                        whoSpeaksToWhom())
                .flatMap(rules -> rules);
    }

    private static Stream<ArchRule> whatStaysInItsRoom() {
        return Stream.of(
                classes()
                        .that()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .notBePublic()
                        .as("entities never leave their room"),
                classes()
                        .that()
                        .areAssignableTo(Repository.class)
                        .and()
                        .areInterfaces()
                        .should()
                        .notBePublic()
                        .as("repositories never leave their room"));
    }

    private static Stream<ArchRule> howCodeIsWritten() {
        return Stream.of(
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .haveNameMatching("set[A-Z].*")
                        .as("entities have verbs, not setters"),
                noFields()
                        .should()
                        .beAnnotatedWith(Autowired.class)
                        .as("dependencies come through the constructor"),
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .as("time comes from the Clock"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".pages..")
                        .should()
                        .haveNameMatching(
                                ".*(Impl|Utils?|Helper|Manager|Handler|Processor|Dto|Entity|Facade|Api)")
                        .as("names say what a thing is, not what layer it sits in"));
    }

    private static Stream<ArchRule> whereTheOutsideComesIn() {
        return Stream.of(
                classes()
                        .that()
                        .areAnnotatedWith(Controller.class)
                        .should()
                        .resideInAPackage(ROOT + ".portals..")
                        .as("pages stand in the portals"),
                classes()
                        .that()
                        .areAnnotatedWith(RestController.class)
                        .should()
                        .haveNameMatching(".*Webhooks?")
                        .as("a room speaks HTTP only to receive a webhook"),
                methods()
                        .that(arePages())
                        .should(sayWhoMayCome())
                        .as("every page says who may come"));
    }

    private static Stream<ArchRule> whoSpeaksToWhom() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ROOT + ".sandbox..", ROOT + ".dev..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.fasterxml.jackson.databind..")
                        .as("JSON is Jackson 3"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".billing..")
                        .and()
                        .resideOutsideOfPackage(ROOT + ".sandbox..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.stripe..")
                        .as("only billing speaks to Stripe"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".checkins..")
                        .and()
                        .resideOutsideOfPackage(ROOT + ".sandbox..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.twilio..")
                        .as("only check-ins speak to Twilio"));
    }

    private static DescribedPredicate<JavaMethod> arePages() {
        return DescribedPredicate.describe(
                "answer a page",
                method ->
                        inPortals(method.getOwner())
                                && (method.isAnnotatedWith(RequestMapping.class)
                                        || method.isMetaAnnotatedWith(RequestMapping.class)));
    }

    private static boolean inPortals(JavaClass owner) {
        return owner.getPackageName().startsWith(ROOT + ".portals");
    }

    private static ArchCondition<JavaMethod> sayWhoMayCome() {
        return new ArchCondition<>("carry @PreAuthorize, or stand in a class that does") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said =
                        method.isAnnotatedWith(PreAuthorize.class)
                                || method.getOwner().isAnnotatedWith(PreAuthorize.class);
                events.add(
                        new SimpleConditionEvent(
                                method, said, method.getFullName() + " does not say who may come"));
            }
        };
    }
}
