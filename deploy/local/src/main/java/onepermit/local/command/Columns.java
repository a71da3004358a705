package onepermit.local.command;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, each column as wide as its widest cell; a Chinese character takes two places on a terminal. */
final class Columns {
    private static final String GAP = "  ";
    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Every row on a line of its own; the last column is not padded. */
    String text() {
        var text = new StringBuilder();
        for (List<String> row : rows) text.append(line(row).stripTrailing()).append('\n');
        return text.toString();
    }

    private String line(List<String> row) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++)
            line.append(GAP).append(row.get(column)).append(" ".repeat(widest(column) - width(row.get(column))));
        return line.toString();
    }

    private int widest(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> width(row.get(column)))
                .max()
                .orElse(0);
    }

    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** East Asian wide and full-width characters, as Unicode's report 11 lists them, without the rare ones. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
