package org.mineban;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mineban.kernel.DomainModule;

/** Every package says in its {@code package-info} what it may use; this test holds it to that. */
@DisplayName("Module boundaries")
class ModuleBoundariesTest {

    private static final String ROOT = "org.mineban";
    private static final Set<String> TECHNIQUE_OF_THE_LAW = Set.of("java.", "org.jspecify.");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private final Map<String, DomainModule> modules = modules();

    @Test
    void every_package_below_the_root_belongs_to_a_declared_module() {
        Set<String> packages = classes.stream()
                .map(ModuleBoundariesTest::moduleOf)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(modules.keySet()).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void a_module_uses_only_the_modules_it_names() {
        assertThat(violations((from, to, inner) -> {
                    DomainModule module = modules.get(from);
                    return to.equals("kernel")
                            || Arrays.asList(module.dependsOn()).contains(to)
                            || (inner && Arrays.asList(module.innerDependsOn()).contains(to));
                }))
                .isEmpty();
    }

    @Test
    void a_sub_package_is_used_only_by_its_own_module_and_by_the_wiring() {
        Set<String> reached = new TreeSet<>();
        for (JavaClass one : classes) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                boolean otherModule = !moduleOf(target).equals(moduleOf(one));
                if (target.getPackageName().startsWith(ROOT) && inner(target) && otherModule && !wiring(one)) {
                    reached.add(one.getName() + " -> " + target.getName());
                }
            }
        }

        assertThat(reached).isEmpty();
    }

    @Test
    void the_law_imports_only_the_jdk_jspecify_and_other_law() {
        Set<String> foreign = new TreeSet<>();
        for (JavaClass one : classes) {
            DomainModule module = modules.get(moduleOf(one));
            if (module == null || !module.lawOnly() || inner(one)) {
                continue;
            }
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                boolean law = target.getPackageName().startsWith(ROOT)
                        && !inner(target)
                        && modules.get(moduleOf(target)).lawOnly();
                boolean technique =
                        target.isPrimitive() || TECHNIQUE_OF_THE_LAW.stream().anyMatch(target.getName()::startsWith);
                if (!law && !technique) {
                    foreign.add(one.getName() + " -> " + target.getName());
                }
            }
        }

        assertThat(foreign).isEmpty();
    }

    @Test
    void modules_do_not_go_in_circles() {
        for (String start : modules.keySet()) {
            assertThat(reachable(start)).as("from " + start).doesNotContain(start);
        }
    }

    private Set<String> reachable(String start) {
        Set<String> seen = new TreeSet<>();
        List<String> next = List.of(modules.get(start).dependsOn());
        while (!next.isEmpty()) {
            List<String> found = next.stream().filter(seen::add).toList();
            next = found.stream()
                    .flatMap(name -> Arrays.stream(modules.get(name).dependsOn()))
                    .toList();
        }
        return seen;
    }

    private interface Allowed {
        boolean test(String from, String to, boolean inner);
    }

    private Set<String> violations(Allowed allowed) {
        Set<String> found = new TreeSet<>();
        for (JavaClass one : classes) {
            String from = moduleOf(one);
            if (from.isEmpty()) {
                continue;
            }
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String to = moduleOf(target);
                if (target.getPackageName().startsWith(ROOT)
                        && !to.equals(from)
                        && !allowed.test(from, to, inner(one))) {
                    found.add(one.getName() + " -> " + target.getName());
                }
            }
        }
        return found;
    }

    /** The classes that put the program together: the root package, and the one class that reads all facts. */
    private static boolean wiring(JavaClass one) {
        return moduleOf(one).isEmpty() || one.getName().equals(ROOT + ".presentation.Knowledge");
    }

    private static boolean inner(JavaClass one) {
        return one.getPackageName().startsWith(ROOT + ".")
                && one.getPackageName().substring(ROOT.length() + 1).contains(".");
    }

    private static String moduleOf(JavaClass one) {
        String name = one.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        String below = name.substring(ROOT.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private Map<String, DomainModule> modules() {
        Map<String, DomainModule> found = new TreeMap<>();
        for (JavaClass one : classes) {
            if (one.getSimpleName().equals("package-info") && !moduleOf(one).isEmpty() && !inner(one)) {
                found.put(moduleOf(one), one.reflect().getAnnotation(DomainModule.class));
            }
        }
        return found;
    }
}
