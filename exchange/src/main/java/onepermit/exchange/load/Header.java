package onepermit.exchange.load;

import java.util.List;
import java.util.Map;

/** The header of one file: where each column of its kind stands, and how the file writes it. */
record Header(Map<String, Integer> places, List<String> shown) {

    /** Place of a column by its English name; -1 when the file does not have it. */
    int indexOf(String column) {
        return places.getOrDefault(column, -1);
    }

    /** The column as the file writes it. */
    String shown(String column) {
        int index = indexOf(column);
        return index < 0 ? column : shown.get(index);
    }

    int width() {
        return shown.size();
    }
}
