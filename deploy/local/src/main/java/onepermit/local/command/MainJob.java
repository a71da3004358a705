package onepermit.local.command;

import java.time.Duration;
import java.util.List;
import onepermit.city.DemoFamilies;
import onepermit.city.DemoFamily;
import onepermit.exchange.v1.Decision;
import onepermit.local.Department;
import onepermit.local.Listener;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.Trouble;
import onepermit.local.edge.Issuer;
import onepermit.local.edge.Line;
import onepermit.local.process.Await;

/** Does the main job in front of the reader: an admission officer asks about several families and sees every reason and its source. */
final class MainJob {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration SAY_EVERY = Duration.ofSeconds(2);

    private final Local local;
    private final Progress progress;

    MainJob(Local local, Progress progress) {
        this.local = local;
        this.progress = progress;
    }

    void show() {
        awaitReaders();
        List<Asked> asked = DemoFamilies.all().stream().map(this::ask).toList();
        System.out.printf(
                "%nMay these children have a school place? %d questions, nobody brought a paper.%n%n", asked.size());
        System.out.print(summary(asked));
        for (Asked each : asked) System.out.print(each.page());
        sayWhereToLookNext();
    }

    private static String summary(List<Asked> asked) {
        var table = new Columns();
        table.row("child", "decision", "points", "ms", "why");
        for (Asked each : asked) DecisionPage.row(table, each.family().child(), each.decision(), each.nanos());
        return table.text();
    }

    private Asked ask(DemoFamily family) {
        String token = new Issuer(local).token("admission-officer", family.division());
        var question = Verify.question(family.child(), family.guardians(), family.division(), family.schoolYear());
        try (var line = new Line(local, token)) {
            long begun = System.nanoTime();
            Decision decision = Verify.ask(line, question);
            return new Asked(family, decision, System.nanoTime() - begun);
        }
    }

    private record Asked(DemoFamily family, Decision decision, long nanos) {
        String page() {
            return "%n%s %s%n%s".formatted(family.child(), family.story(), DecisionPage.of(decision, nanos));
        }
    }

    /** The questions are about what was just loaded, so the reader must have come that far. */
    private void awaitReaders() {
        String token = new Issuer(local).token("operator", Issuer.EVERYWHERE);
        try (var exchange = new ExchangeLines(local, token)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!Await.until(SAY_EVERY, () -> behind(exchange) == 0)) {
                if (System.nanoTime() > end)
                    throw new Trouble(
                            "education-service does not catch up with the others: look with ./onepermit status.");
                progress.say("education-service reads what the others published: %,d records to go"
                        .formatted(behind(exchange)));
            }
        }
    }

    /** A replica that has no watermark of the last seconds counts as one record behind: more may come. */
    private static long behind(ExchangeLines exchange) {
        return exchange.replicasAt(Department.EDUCATION).stream()
                .mapToLong(replica -> Math.max(replica.getLag(), replica.getAgeMillis() > 5_000 ? 1 : 0))
                .sum();
    }

    private void sayWhereToLookNext() {
        DemoFamily first = DemoFamilies.all().getFirst();
        System.out.printf(
                """

                Nobody in this city exists. The officers' console: http://localhost:%d
                Where to look next, in another terminal:
                  ./onepermit verify --child %s --guardian %s --division %s --year %d
                  ./onepermit status       processes, and how far each department has read the others
                  ./onepermit check        does every replica equal its owner?
                  ./onepermit token admission-officer --division %s    for calls of your own: gRPC %s, HTTP http://localhost:%d
                  logs are in %s

                """,
                local.ports().of(Listener.GATEWAY),
                first.child(),
                String.join(" ", first.guardians()),
                first.division(),
                first.schoolYear(),
                first.division(),
                local.ports().address(Listener.GATEWAY_GRPC),
                local.ports().of(Listener.GATEWAY),
                local.home().logs());
    }
}
