package onepermit.exchange.load;

/**
 * One column of a kind of file.
 *
 * @param name English header
 * @param nameZh Chinese header
 * @param required the file must have it
 * @param format format and code table, as shown to who brings the file
 */
public record Column(String name, String nameZh, boolean required, String format) {

    public static Column required(String name, String nameZh, String format) {
        return new Column(name, nameZh, true, format);
    }

    public static Column optional(String name, String nameZh, String format) {
        return new Column(name, nameZh, false, format);
    }

    boolean answersTo(String header) {
        return name.equalsIgnoreCase(header) || nameZh.equals(header);
    }
}
