package onepermit.gateway.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The desks of the demonstration, each with the officer who sits at it, and the place of a resident. */
enum Desk {
    ADMISSION("admission-officer", "350203", "siming-admission-1"),
    INSURANCE("social-insurance-officer", "420100", "wuhan-counter-1"),
    PERMIT("permit-officer", "350203", "siming-police-1"),
    VACCINATION("vaccination-officer", "350203", "siming-vaccination-1"),
    POINTS("social-insurance-officer", "310000", "shanghai-points-1"),
    AGREEMENTS_PERMIT("administrator", "", "permit-administrator-1", "permit"),
    AGREEMENTS_EDUCATION("administrator", "", "education-administrator-1", "education"),
    SUPERVISOR("supervisor", "350203", "siming-supervisor-1"),
    OPERATOR("operator", "", "exchange-operator-1"),
    INTEGRATOR("integrator", "", "integrator-1"),
    /** The mother of the family that the admission desk asks about; she does not exist. */
    RESIDENT("resident", "", "990305198908210125");

    private final String role;
    private final String division;
    private final String officer;
    private final String department;

    Desk(String role, String division, String officer) {
        this(role, division, officer, "");
    }

    Desk(String role, String division, String officer, String department) {
        this.role = role;
        this.division = division;
        this.officer = officer;
        this.department = department;
    }

    static Optional<Desk> named(String name) {
        return Arrays.stream(values()).filter(desk -> desk.title().equals(name)).findFirst();
    }

    /** As it stands in the address of its page. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String role() {
        return role;
    }

    /** GB/T 2260; empty where the role is bound to no place. */
    String division() {
        return division;
    }

    /** Whose agreements an administrator keeps; empty for everybody else. */
    String department() {
        return department;
    }

    /** Subject of the officer's tokens; of the resident her citizen ID. */
    String officer() {
        return officer;
    }

    /** The same as it may stand on a screen. */
    String shown() {
        return this == RESIDENT ? officer.substring(0, 6) + "********" + officer.substring(14) : officer;
    }
}
