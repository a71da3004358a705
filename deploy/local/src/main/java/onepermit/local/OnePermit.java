package onepermit.local;

import java.util.Map;
import onepermit.local.command.Check;
import onepermit.local.command.Down;
import onepermit.local.command.Load;
import onepermit.local.command.MakeCaches;
import onepermit.local.command.Receipt;
import onepermit.local.command.RotateCertificates;
import onepermit.local.command.RotateMasterKeys;
import onepermit.local.command.Status;
import onepermit.local.command.Token;
import onepermit.local.command.Up;
import onepermit.local.command.Verify;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind {@code ./onepermit}. */
@Command(
        name = "onepermit",
        description = "OnePermit on one machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Token.class,
            Verify.class,
            Receipt.class,
            Load.class,
            MakeCaches.class,
            RotateCertificates.class,
            RotateMasterKeys.class,
            Check.class
        })
public final class OnePermit {
    private OnePermit() {}

    public static void main(String... words) {
        System.exit(run(System.getenv(), words));
    }

    static int run(Map<String, String> environment, String... words) {
        try {
            return new CommandLine(
                            new OnePermit(),
                            new Commands(isUp(words) ? Local.anew(environment) : Local.of(environment)))
                    .setExecutionExceptionHandler((failure, line, parsed) -> tell(failure))
                    .execute(words);
        } catch (Trouble trouble) {
            return tell(trouble);
        }
    }

    private static boolean isUp(String... words) {
        return words.length > 0 && words[0].equals("up");
    }

    private static int tell(Exception failure) throws Trouble {
        if (!(failure instanceof Trouble)) throw new IllegalStateException(failure);
        System.err.println(failure.getMessage());
        return 1;
    }

    /** A command that needs the installation gets it. */
    private record Commands(Local local) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors())
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Local.class)
                    return type.cast(constructor.newInstance(local));
            return CommandLine.defaultFactory().create(type);
        }
    }
}
