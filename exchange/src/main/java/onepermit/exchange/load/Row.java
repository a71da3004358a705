package onepermit.exchange.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/**
 * One line of a file, by English column names. Every accessor throws a {@link RefusalException} that names the column as
 * the file's header writes it; those without {@code IfAny} refuse an empty value.
 */
public final class Row {
    private static final int LONGEST = 500;
    private static final Map<String, Boolean> FLAGS = Map.of(
            "true", true, "1", true, "yes", true, "是", true, "false", false, "0", false, "no", false, "否", false);

    private final Header header;
    private final CodeTables tables;
    private final String[] fields;

    Row(Header header, CodeTables tables, String[] fields) {
        this.header = header;
        this.tables = tables;
        this.fields = fields;
    }

    public String text(String column) {
        return textIfAny(column).orElseThrow(() -> refused(column, "VALUE_MISSING", "a value is required"));
    }

    public Optional<String> textIfAny(String column) {
        int index = header.indexOf(column);
        String text = index < 0 ? "" : fields[index].strip();
        if (text.length() > LONGEST) {
            throw refused(
                    column, "VALUE_TOO_LONG", "expected at most " + LONGEST + " characters, found " + text.length());
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw refused(column, "ENCODING", "bytes that are neither UTF-8 nor GB18030; save the file in one of them");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    public CitizenId citizenId(String column) {
        return tables.citizenIds().read(header.shown(column), text(column));
    }

    public DivisionCode division(String column) {
        return tables.divisions().read(header.shown(column), text(column));
    }

    /** A date, {@code YYYY-MM-DD} or {@code YYYYMMDD}; it may lie ahead. */
    public LocalDate date(String column) {
        return dateOf(column, text(column));
    }

    public Optional<LocalDate> dateIfAny(String column) {
        return textIfAny(column).map(text -> dateOf(column, text));
    }

    /** A date that is not in the future. */
    public LocalDate pastDate(String column) {
        return Dates.notFuture(header.shown(column), date(column), tables.clock());
    }

    public Optional<LocalDate> pastDateIfAny(String column) {
        return dateIfAny(column).map(date -> Dates.notFuture(header.shown(column), date, tables.clock()));
    }

    /** A month that is not in the future, {@code YYYY-MM} or {@code YYYYMM}. */
    public YearMonth month(String column) {
        YearMonth month = monthOf(column, text(column));
        if (month.isAfter(YearMonth.now(tables.clock()))) {
            throw refused(column, "DATE_FUTURE", month + " is in the future; expected this month or before");
        }
        return month;
    }

    public long integer(String column, long least, long most) {
        return integerOf(column, text(column), least, most);
    }

    public Optional<Long> integerIfAny(String column, long least, long most) {
        return textIfAny(column).map(text -> integerOf(column, text, least, most));
    }

    /** {@code true/false}, {@code 1/0}, {@code yes/no} or 是/否. */
    public boolean flag(String column) {
        return code(column, FLAGS);
    }

    public Optional<Boolean> flagIfAny(String column) {
        return codeIfAny(column, FLAGS);
    }

    /** One of a table of codes, whose keys may hold the Chinese words too; case does not matter. */
    public <C> C code(String column, Map<String, C> codes) {
        return codeOf(column, text(column), codes);
    }

    public <C> Optional<C> codeIfAny(String column, Map<String, C> codes) {
        return textIfAny(column).map(text -> codeOf(column, text, codes));
    }

    /** Refuses the line for one of its columns; {@code text} must not hold an ID number or a name. */
    public RefusalException refused(String column, String reason, String text) {
        return new RefusalException(Refusal.invalid(reason, header.shown(column), text));
    }

    private LocalDate dateOf(String column, String text) {
        boolean compact = text.length() == 8 && text.chars().allMatch(Character::isDigit);
        return Dates.read(
                header.shown(column),
                compact ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6) : text);
    }

    private YearMonth monthOf(String column, String text) {
        try {
            return YearMonth.parse(text.length() == 6 ? text.substring(0, 4) + "-" + text.substring(4) : text);
        } catch (DateTimeException e) {
            throw refused(column, "MONTH_FORMAT", "expected a month as YYYY-MM");
        }
    }

    private long integerOf(String column, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, with the range
        }
        throw refused(column, "NUMBER", "expected a whole number from " + least + " to " + most);
    }

    private <C> C codeOf(String column, String text, Map<String, C> codes) {
        C code = codes.get(text);
        C found = code != null ? code : codes.get(text.toUpperCase(Locale.ROOT));
        C any = found != null ? found : codes.get(text.toLowerCase(Locale.ROOT));
        if (any == null) {
            throw refused(
                    column,
                    "CODE_UNKNOWN",
                    "expected one of " + codes.keySet().stream().sorted().toList());
        }
        return any;
    }
}
