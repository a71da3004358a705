package onepermit.gateway.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The desks of the demonstration, each with the officer who sits at it. */
enum Desk {
    ADMISSION("admission-officer", "350203", "siming-admission-1"),
    INSURANCE("social-insurance-officer", "420100", "wuhan-counter-1"),
    PERMIT("permit-officer", "350203", "siming-police-1"),
    VACCINATION("vaccination-officer", "350203", "siming-vaccination-1"),
    SUPERVISOR("supervisor", "350203", "siming-supervisor-1"),
    OPERATOR("operator", "", "exchange-operator-1"),
    INTEGRATOR("integrator", "", "integrator-1");

    private final String role;
    private final String division;
    private final String officer;

    Desk(String role, String division, String officer) {
        this.role = role;
        this.division = division;
        this.officer = officer;
    }

    static Optional<Desk> named(String name) {
        return Arrays.stream(values()).filter(desk -> desk.title().equals(name)).findFirst();
    }

    /** As it stands in the address of its page. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    String role() {
        return role;
    }

    /** GB/T 2260; empty where the role is bound to no place. */
    String division() {
        return division;
    }

    /** Subject of the officer's tokens. */
    String officer() {
        return officer;
    }
}
