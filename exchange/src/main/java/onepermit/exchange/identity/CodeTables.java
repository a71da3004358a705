package onepermit.exchange.identity;

/**
 * The code tables that more than one department uses.
 *
 * @param kinship GB/T 4761
 * @param educationLevel GB/T 4658
 */
public record CodeTables(CodeTable kinship, CodeTable educationLevel) {

    public static CodeTables load() {
        return new CodeTables(CodeTable.load("kinship"), CodeTable.load("education-level"));
    }
}
