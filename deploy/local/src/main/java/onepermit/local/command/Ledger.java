package onepermit.local.command;

import picocli.CommandLine.Command;

@Command(
        name = "ledger",
        description = "What an operator does about a ledger.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = NewOrigin.class)
public final class Ledger {}
