package coop.greffon.testing.conformance;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** The floors of the house: a bundle may use those below its own. A bundle that is not named here stands on the third. */
final class Floors {
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("core"),
            Set.of("web"),
            Set.of("members", "payments"),
            Set.of("shifts", "wallet", "baskets", "cofunding"),
            Set.of("badge"));
    private static final int COMMON_FLOOR = 3;
    private static final String OURS = "coop.greffon.";

    private Floors() {}

    /** The bundles beside and above one. */
    static List<String> forbidden(String bundle) {
        int floor = floorOf(bundle);
        return FLOORS.stream()
                .filter(names -> FLOORS.indexOf(names) >= floor)
                .flatMap(Set::stream)
                .filter(name -> !name.equals(bundle))
                .sorted()
                .toList();
    }

    private static int floorOf(String bundle) {
        return FLOORS.stream()
                .filter(names -> names.contains(bundle))
                .findFirst()
                .map(FLOORS::indexOf)
                .orElse(COMMON_FLOOR);
    }

    /** What lies in the internal packages of other bundles. */
    static DescribedPredicate<JavaClass> internalsOfOthers(String root) {
        return DescribedPredicate.describe("are internal to another bundle", type -> {
            String name = type.getPackageName();
            return name.startsWith(OURS)
                    && name.matches(".*\\.internal(\\..*)?")
                    && !name.equals(root)
                    && !name.startsWith(root + ".");
        });
    }
}
