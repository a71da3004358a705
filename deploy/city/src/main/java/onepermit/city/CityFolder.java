package onepermit.city;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes the city's files into a folder, to look at and to bring in with {@code ./onepermit load}. */
public final class CityFolder {
    /** Spreadsheets take UTF-8 for something else without it. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CityFolder() {}

    public static void write(City city, Path folder, Consumer<String> progress) throws IOException {
        Files.createDirectories(folder);
        for (CityFile file : CityFiles.all().toList()) {
            Path path = folder.resolve(file.fileName());
            progress.accept("writing " + path);
            try (OutputStream out = Files.newOutputStream(path);
                    Stream<String> lines = file.text(city)) {
                out.write(MARK);
                for (Iterator<byte[]> chunks = new Chunks(lines); chunks.hasNext(); ) {
                    out.write(chunks.next());
                }
            }
        }
    }
}
