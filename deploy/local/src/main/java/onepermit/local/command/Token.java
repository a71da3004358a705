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
                    "admission-officer, permit-officer, social-insurance-officer, vaccination-officer, supervisor, administrator, auditor, operator, integrator or service.")
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

    public Token(Local local) {
        this.local = local;
    }

    @Override
    public Integer call() {
        System.out.println(new Issuer(local).token(role, division, department));
        return 0;
    }
}
