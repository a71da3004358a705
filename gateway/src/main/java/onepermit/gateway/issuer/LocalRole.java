package onepermit.gateway.issuer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles the local issuer gives out, one client {@code local-<role>} for each. */
enum LocalRole {
    ADMISSION_OFFICER("education", true),
    PERMIT_OFFICER("permit", true),
    SOCIAL_INSURANCE_OFFICER("social", true),
    VACCINATION_OFFICER("health", true),
    SUPERVISOR("", true),
    /** Asks for, answers and ends agreements of the department named; an auditor only reads, and nobody is both. */
    ADMINISTRATOR("", false),
    AUDITOR("", false),
    OPERATOR("", false),
    INTEGRATOR("", false),
    /** A person who asks about herself: the token's subject is her person key. */
    RESIDENT("", false),
    SERVICE("", false);

    private static final String CLIENT = "local-";

    private final String department;
    private final boolean boundToPlace;

    LocalRole(String department, boolean boundToPlace) {
        this.department = department;
        this.boundToPlace = boundToPlace;
    }

    static Optional<LocalRole> ofClient(String client) {
        return Arrays.stream(values())
                .filter(role -> role.client().equals(client))
                .findFirst();
    }

    String role() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String client() {
        return CLIENT + role();
    }

    /** Empty for a role of no department. */
    String department() {
        return department;
    }

    /** Must a token of this role name a department? */
    boolean actsForDepartment() {
        return this == ADMINISTRATOR || this == AUDITOR;
    }

    /** May a token of this role name a department? */
    boolean mayNameDepartment() {
        return this == SERVICE || actsForDepartment();
    }

    /** Must a token of this role name a division? */
    boolean boundToPlace() {
        return boundToPlace;
    }
}
