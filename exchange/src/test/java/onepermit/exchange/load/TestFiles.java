package onepermit.exchange.load;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import onepermit.exchange.identity.CitizenIds;

/** Files of synthetic people (division 99), also long ones that never stand in memory. */
final class TestFiles {
    static final String HEADER = "citizen_id,name,division,on,amount\n";

    private TestFiles() {}

    static String line(int number) {
        return person(number) + ",张三" + number + ",350203,2024-05-01,100\n";
    }

    static String person(int number) {
        LocalDate birth = LocalDate.of(1980, 1, 1).plusDays(number / 999);
        String body = "990101%s%03d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(birth), 1 + number % 999);
        return body + CitizenIds.checkDigit(body + "0");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A file of that many lines, made while it is read. */
    static InputStream ofLines(int lines) {
        return new InputStream() {
            private byte[] current = bytes(HEADER);
            private int position;
            private int next;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (position == current.length) {
                    if (next == lines) {
                        return -1;
                    }
                    current = bytes(line(next++));
                    position = 0;
                }
                int read = Math.min(length, current.length - position);
                System.arraycopy(current, position, buffer, offset, read);
                position += read;
                return read;
            }
        };
    }
}
