package coop.greffon.testing.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiled classes of one bundle; annotations are known by their names. */
final class BundleClasses {
    private static final String OURS = "coop.greffon.";
    private static final String INTERNAL = ".internal";
    private static final String WEB_RESOURCE = OURS + "web.WebResource";
    private static final String REQUIRES = OURS + "web.RequiresPermission";
    static final List<String> GATES = List.of(REQUIRES, OURS + "web.SignedIn", OURS + "web.Open");
    private static final String PATH = "javax.ws.rs.Path";
    private static final String GET = "javax.ws.rs.GET";
    private static final Set<String> VERBS = Set.of(
            GET, "javax.ws.rs.POST", "javax.ws.rs.PUT", "javax.ws.rs.PATCH", "javax.ws.rs.DELETE", "javax.ws.rs.HEAD");
    private static final List<String> LIBRARIES = List.of(
            "javax.persistence.",
            "javax.servlet.",
            "javax.ws.rs.",
            "gg.jte.",
            "org.apache.",
            "org.eclipse.",
            "org.glassfish.",
            "org.flywaydb.",
            "com.fasterxml.");
    private static final List<String> ALLOWED_IN_WEB = List.of("javax.servlet.", "javax.ws.rs.", "gg.jte.");

    private final BundleProject project;
    private final JavaClasses classes;

    BundleClasses(BundleProject project) {
        this.project = project;
        // A bundle may carry a library within itself, which has rules of its own.
        this.classes = new ClassFileImporter()
                .importPath(project.classes())
                .that(DescribedPredicate.describe(
                        "are ours", type -> type.getName().startsWith(OURS)));
    }

    // Web

    private Stream<JavaClass> resources() {
        return classes.stream()
                .filter(type -> type.getAllRawInterfaces().stream()
                        .anyMatch(contract -> contract.getName().equals(WEB_RESOURCE)));
    }

    private Stream<JavaMethod> routeMethods() {
        return resources()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> VERBS.stream().anyMatch(method::isAnnotatedWith));
    }

    /** The classes of the resources, to be read with all that their annotations say. */
    Set<Class<?>> resourceClasses() {
        return resources().map(JavaClass::reflect).collect(Collectors.toSet());
    }

    Set<String> routesOpenToNobody() {
        return routeMethods()
                .filter(method -> GATES.stream()
                        .noneMatch(gate -> method.isAnnotatedWith(gate)
                                || method.getOwner().isAnnotatedWith(gate)))
                .map(JavaMethod::getFullName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> requiredPermissions() {
        return Stream.concat(resources(), routeMethods())
                .flatMap(place -> value(place, REQUIRES).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The addresses of every route. */
    Set<String> routes() {
        return routeMethods().map(BundleClasses::address).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The addresses that can be opened. */
    Set<String> pages() {
        return routeMethods()
                .filter(method -> method.isAnnotatedWith(GET))
                .map(BundleClasses::address)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String address(JavaMethod method) {
        String joined = "/" + value(method.getOwner(), PATH).orElse("") + "/"
                + value(method, PATH).orElse("");
        String address = joined.replaceAll("/+", "/");
        return address.length() > 1 && address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static Optional<String> value(HasAnnotations<?> place, String annotation) {
        return place.tryGetAnnotationOfType(annotation).map(BundleClasses::value);
    }

    private static String value(JavaAnnotation<?> annotation) {
        return String.valueOf(annotation.get("value").orElse(""));
    }

    // Persistence

    /** The tables of the entities, by class. */
    Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        classes.stream()
                .filter(type -> type.isAnnotatedWith("javax.persistence.Entity")
                        || type.isAnnotatedWith("javax.persistence.Embeddable"))
                .forEach(type -> tables.put(
                        type.getName(),
                        type.tryGetAnnotationOfType("javax.persistence.Table")
                                .map(table -> String.valueOf(table.get("name").orElse("")))
                                .orElse(type.isAnnotatedWith("javax.persistence.Entity") ? "" : own())));
        return tables;
    }

    /** An embeddable has no table of its own. */
    private String own() {
        return "greffon_" + project.id() + "_";
    }

    // API

    private Stream<JavaPackage> exported() {
        return classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(place -> place.getName().startsWith(root()) && !isInternal(place.getName()))
                .filter(place -> place.getClasses().stream().anyMatch(BundleClasses::isForOthers));
    }

    private static boolean isForOthers(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("package-info");
    }

    private String root() {
        return OURS + project.id();
    }

    private static boolean isInternal(String name) {
        return name.contains(INTERNAL + ".") || name.endsWith(INTERNAL);
    }

    Set<String> packagesWithoutVersion() {
        return exported()
                .map(JavaPackage::getName)
                .filter(name -> !project.javaSources()
                        .getOrDefault(name.replace('.', '/') + "/package-info.java", "")
                        .matches("(?s)/\\*\\*.*@Export\\s.*@Version\\(\"\\d+\\.\\d+\\.\\d+\"\\).*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The members of exported types whose signature names a type of a library. */
    Set<String> librariesInTheApi() {
        return exported()
                .flatMap(place -> place.getClasses().stream())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(this::libraries)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> libraries(JavaClass type) {
        Stream<String> parents = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                .filter(this::isForeign)
                .map(parent -> type.getName() + " is a " + parent.getName());
        Stream<String> units = type.getCodeUnits().stream()
                .filter(unit -> isVisible(unit.getModifiers()))
                .filter(unit -> Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                        .anyMatch(this::isForeign))
                .map(JavaCodeUnit::getFullName);
        Stream<String> fields = type.getFields().stream()
                .filter(field -> isVisible(field.getModifiers()) && isForeign(field.getRawType()))
                .map(JavaField::getFullName);
        return Stream.of(parents, units, fields).flatMap(found -> found);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private boolean isForeign(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        boolean allowed = project.id().equals("web") && ALLOWED_IN_WEB.stream().anyMatch(name::startsWith);
        return !allowed && LIBRARIES.stream().anyMatch(name::startsWith);
    }

    // Architecture

    void checkFloors() {
        for (String other : Floors.forbidden(project.id())) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(OURS + other, OURS + other + "..")
                    .because("arrows go down only")
                    .allowEmptyShould(true)
                    .check(classes);
        }
        noClasses()
                .should()
                .dependOnClassesThat(Floors.internalsOfOthers(root()))
                .because("what is internal is nobody else's")
                .allowEmptyShould(true)
                .check(classes);
        if (!project.id().equals("web")) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.servlet..")
                    .because("servlets are web's affair")
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    void checkCycles() {
        slices().matching(root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                // What templates compile to is called from where the template's own parameters come from.
                .check(classes.that(DescribedPredicate.describe(
                        "are written by hand", type -> !type.getPackageName().endsWith(".internal.view"))));
    }

    void checkInterrupts() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "the target interrupts somebody else's work",
                        call -> call.getName().equals("shutdownNow")
                                || call.getName().equals("cancel")
                                        && call.getTargetOwner().isAssignableTo(Future.class)))
                .because("whoever is interrupted while reading or writing H2's file closes it for everybody")
                .allowEmptyShould(true)
                .check(classes);
    }

    void checkClock() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("the time comes from core's Clock")
                .allowEmptyShould(true)
                .check(classes);
    }
}
