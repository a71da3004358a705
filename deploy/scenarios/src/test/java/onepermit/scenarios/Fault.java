package onepermit.scenarios;

import java.time.Duration;
import java.util.List;
import onepermit.local.process.Part;

/** What is done to a process of the stack, and how it heals. */
enum Fault {
    KILL {
        @Override
        void inject(Part part) {
            Processes.kill(part, "KILL");
        }

        @Override
        void heal(Part part) {
            Processes.restart(part);
        }
    },
    /** Longer than the relay's lease: another leader would take over, and this one wakes up as a zombie. */
    PAUSE {
        @Override
        void inject(Part part) {
            Processes.kill(part, "STOP");
        }

        @Override
        void heal(Part part) {
            Processes.kill(part, "CONT");
        }
    };

    abstract void inject(Part part);

    abstract void heal(Part part);

    /** One fault of the plan. */
    record Planned(Fault fault, String part, Duration lasts) {}

    /** Every fault once; the seed gives the order. */
    static List<Planned> all() {
        return List.of(
                new Planned(KILL, "permit-service", Duration.ofSeconds(1)),
                new Planned(KILL, "education-service", Duration.ofSeconds(1)),
                new Planned(KILL, "hr-social-service", Duration.ofSeconds(1)),
                new Planned(KILL, "health-service", Duration.ofSeconds(1)),
                new Planned(KILL, "gateway", Duration.ofSeconds(1)),
                new Planned(KILL, "kafka", Duration.ofSeconds(3)),
                new Planned(KILL, "postgres", Duration.ofSeconds(1)),
                new Planned(PAUSE, "hr-social-service", Duration.ofSeconds(8)),
                new Planned(PAUSE, "education-service", Duration.ofSeconds(8)));
    }
}
