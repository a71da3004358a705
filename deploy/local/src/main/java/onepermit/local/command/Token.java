package onepermit.local.command;

import java.util.concurrent.Callable;
import onepermit.local.Local;
import onepermit.local.edge.Issuer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "Print an access token of the local issuer.", mixinStandardHelpOptions = true)
public final class Token implements Callable<Integer> {
    private final Local local;

    @Parameters(
            paramLabel = "ROLE",
            description =
                    "admission-officer, permit-officer, social-insurance-officer, vaccination-officer, supervisor, administrator, auditor, operator, integrator, service or resident.")
    private String role = "";

    @Option(
            names = "--division",
            description =
                    "GB/T 2260 code the holder acts for, for example 350203. Officers and supervisors need one; operator, integrator and service do not.")
    private String division = Issuer.EVERYWHERE;

    @Option(
            names = "--department",
            description = "Department of an administrator or auditor: permit, education, social or health.")
    private String department = Issuer.OF_NONE;

    @Option(names = "--citizen-id", description = "Whose token it is, for the role resident.")
    private String citizenId = "";

    public Token(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        var issuer = new Issuer(local);
        System.out.println(
                role.equals(Issuer.RESIDENT) ? issuer.ofResident(citizenId) : issuer.token(role, division, department));
        return 0;
    }
}
