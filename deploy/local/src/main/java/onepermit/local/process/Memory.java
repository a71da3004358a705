package onepermit.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Resident memory of a process and its children, where the system tells it. */
public final class Memory {
    /** Pages that processes share are counted once only in the first; it is readable to the owner and root alone. */
    private static final List<String> FILES = List.of("smaps_rollup", "status");

    private static final Pattern KIB = Pattern.compile("(?m)^(?:Pss|VmRSS):\\s+(\\d+) kB");

    private Memory() {}

    public static OptionalLong mebibytes(ProcessHandle process) {
        long kib = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::kib)
                .sum();
        return kib == 0 ? OptionalLong.empty() : OptionalLong.of(kib >> 10);
    }

    private static long kib(ProcessHandle process) {
        for (String file : FILES) {
            try {
                Matcher line = KIB.matcher(Files.readString(Path.of("/proc", "" + process.pid(), file)));
                if (line.find()) return Long.parseLong(line.group(1));
            } catch (IOException notTold) {
                continue;
            }
        }
        return 0;
    }
}
