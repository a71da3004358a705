package onepermit.exchange.ledger.merkle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code <N>[.p/<W>]} of C2SP tlog-tiles: an index in groups of three digits, and the width where it is partial. */
final class TilePath {
    static final int WIDTH = 256;
    private static final int GROUP = 1000;
    private static final Pattern FORM = Pattern.compile("((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    private TilePath() {}

    /** @param width 256 for a full one */
    record Place(long index, int width) {
        Place {
            if (index < 0 || width < 1 || width > WIDTH) {
                throw new IllegalArgumentException("no tile " + index + " of width " + width);
            }
        }
    }

    static String format(long index, int width) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        return width == WIDTH ? path.toString() : path + ".p/" + width;
    }

    /** Only what {@link #format} writes, so that nothing is served under two names. */
    static Place parse(String path) {
        Matcher form = FORM.matcher(path);
        if (form.matches() && form.group(1).length() <= "x009/x223/x372/x036/x854/775".length()) {
            long index = Long.parseLong(form.group(1).replaceAll("[x/]", ""));
            String width = form.group(2);
            int wide = width == null ? WIDTH : Integer.parseInt(width);
            if (wide <= WIDTH && format(index, wide).equals(path)) {
                return new Place(index, wide);
            }
        }
        throw new IllegalArgumentException(
                "expected a tile index such as x001/x234/067 or 012.p/34, found \"" + path + "\"");
    }
}
