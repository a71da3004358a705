package onepermit.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.local.Local;
import onepermit.local.edge.Issuer;
import onepermit.local.edge.Line;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "verify", description = "Ask whether a child may have a school place.", mixinStandardHelpOptions = true)
public final class Verify implements Callable<Integer> {
    private final Local local;

    @Option(names = "--child", required = true, description = "Citizen ID number of the child.")
    private String child = "";

    @Option(
            names = "--guardian",
            required = true,
            arity = "1..2",
            description = "Citizen ID number of a parent; up to two.")
    private List<String> guardians = List.of();

    @Option(names = "--division", required = true, description = "Division applied in, for example 350203.")
    private String division = "";

    @Option(
            names = "--year",
            required = true,
            description = "School year by its first calendar year, for example 2025.")
    private int year;

    public Verify(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        String token = new Issuer(local).token("admission-officer", division);
        try (var line = new Line(local, token)) {
            long begun = System.nanoTime();
            Decision decision = ask(line, question(child, guardians, division, year));
            System.out.print(DecisionPage.of(decision, System.nanoTime() - begun));
        }
        return 0;
    }

    static Decision ask(Line line, VerifyEligibilityRequest question) {
        var stub = AdmissionServiceGrpc.newBlockingStub(line.channel()).withCallCredentials(line.credentials());
        return Line.call(() -> stub.withDeadlineAfter(Line.DEADLINE).verifyEligibility(question))
                .getDecision();
    }

    static VerifyEligibilityRequest question(String child, List<String> guardians, String division, int year) {
        return VerifyEligibilityRequest.newBuilder()
                .setChildId(child)
                .addAllGuardians(guardians.stream()
                        .map(id -> Guardian.newBuilder().setCitizenId(id).build())
                        .toList())
                .setDivision(division)
                .setSchoolYear(year)
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                        .setCaseRef("terminal-" + year))
                .build();
    }
}
