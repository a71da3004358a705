package onepermit.permit.identity;

import java.util.Arrays;
import java.util.List;

/**
 * The one stretch in which two spellings differ, in code points.
 *
 * @param place of its first character, counted from 1
 */
record NameDifference(int place, List<Integer> recorded, List<Integer> given) {

    static NameDifference between(String recorded, String given) {
        int[] a = recorded.codePoints().toArray();
        int[] b = given.codePoints().toArray();
        int head = Arrays.mismatch(a, b);
        if (head < 0) {
            return new NameDifference(1, List.of(), List.of());
        }
        int tail = sameTail(a, b, Math.min(a.length, b.length) - head);
        return new NameDifference(head + 1, stretch(a, head, tail), stretch(b, head, tail));
    }

    boolean none() {
        return recorded.isEmpty() && given.isEmpty();
    }

    private static int sameTail(int[] a, int[] b, int longest) {
        int tail = 0;
        while (tail < longest && a[a.length - 1 - tail] == b[b.length - 1 - tail]) {
            tail++;
        }
        return tail;
    }

    private static List<Integer> stretch(int[] all, int head, int tail) {
        return Arrays.stream(all, head, all.length - tail).boxed().toList();
    }
}
