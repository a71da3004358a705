package onepermit.exchange.load;

import static onepermit.exchange.load.TestFiles.HEADER;
import static onepermit.exchange.load.TestFiles.bytes;
import static onepermit.exchange.load.TestFiles.line;
import static onepermit.exchange.load.TestFiles.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.testing.TestDatabase;
import onepermit.exchange.testing.TestInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FileImportTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-08-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static TestDatabase database;
    private static HikariDataSource connections;

    private Bookings bookings;
    private FileImport files;
    private final List<Progress> reports = new ArrayList<>();

    @BeforeAll
    static void startDatabase() {
        database = TestInfrastructure.database();
        connections = database.dataSource(2);
    }

    @AfterAll
    static void stopDatabase() {
        connections.close();
    }

    @BeforeEach
    void emptyTable() {
        bookings = new Bookings(connections);
        bookings.clear();
        files = new FileImport(
                new ImportKinds(List.of(bookings)), new CitizenIds(true, CLOCK), Divisions.load(), CLOCK);
    }

    @Test
    void chinese_headers_in_gb18030_and_english_ones_in_utf8_store_the_same() throws IOException {
        String rare = "𬱖·买买提";
        String rows = person(1) + "," + rare + ",350203,2024-05-01\n";
        load(("公民身份号码,姓名,行政区划,日期\r\n" + rows).getBytes(GB18030));
        assertThat(bookings.names()).containsExactly(rare);
        load(bytes("\uFEFFcitizen_id,name,division,on\n" + rows));
        assertThat(bookings.names()).containsExactly(rare);
        assertThat(last()).isEqualTo(new Progress(1, 1, 0, List.of(), true));
    }

    @Test
    void a_late_first_chinese_character_in_gb18030_is_still_read_right() throws IOException {
        String ascii = IntStream.range(0, 2_000)
                .mapToObj(i -> person(i) + ",Li,350203,2024-05-01,1\n")
                .collect(Collectors.joining());
        load((HEADER + ascii + person(1_500_000) + ",欧阳,350203,2024-05-01,1\n").getBytes(GB18030));
        assertThat(last().accepted()).isEqualTo(2_001);
        assertThat(bookings.names()).contains("欧阳").doesNotContain("ŷ��");
    }

    @Test
    void a_bad_line_is_answered_with_number_column_and_reason_and_the_rest_goes_on() throws IOException {
        String wrong = "990101199506120118";
        load(bytes(HEADER + line(1)
                + wrong + ",王五,350203,2024-05-01,5\n"
                + person(2) + ",王五,999999,2024-05-01,5\n"
                + person(2) + ",王五,350203,2026-05-01,5\n"
                + person(2) + ",王五,350203,2024-02-30,5\n"
                + person(2) + ",,350203,2024-02-01,5\n"
                + person(2) + ",王五,350203,2024-02-01,-5\n"
                + person(2) + ",王五,350203\n"
                + "\"" + person(2) + "\",\"王,\n五\",350203,2024-02-01,5\n"
                + person(3) + ",王五,350203,2024-02-01,5x\n"));
        assertThat(last().accepted()).isEqualTo(2);
        assertThat(rejects())
                .extracting(reject -> reject.line() + " " + reject.column() + " " + reject.reason())
                .containsExactly(
                        "3 citizen_id CITIZEN_ID_CHECK_DIGIT",
                        "4 division DIVISION_UNKNOWN",
                        "5 on DATE_FUTURE",
                        "6 on DATE_FORMAT",
                        "7 name VALUE_MISSING",
                        "8 amount NUMBER",
                        "9  FIELD_COUNT",
                        "12 amount NUMBER");
        assertThat(rejects().toString()).doesNotContain(wrong, "王五", person(2));
    }

    @Test
    void a_rejected_column_is_named_as_the_file_names_it() throws IOException {
        load(bytes("公民身份号码,姓名,行政区划,日期\n１２３,王五,350203,2024-05-01\n"));
        assertThat(rejects()).extracting(Reject::column).containsExactly("公民身份号码");
    }

    @Test
    void the_same_file_twice_changes_nothing() throws IOException {
        load(TestFiles.ofLines(2_500));
        load(TestFiles.ofLines(2_500));
        assertThat(bookings.stored()).isEqualTo(2_500);
        assertThat(last().accepted()).isEqualTo(2_500);
        assertThat(bookings.batches).containsExactly(1_000, 1_000, 500, 1_000, 1_000, 500);
    }

    @Test
    void a_line_that_does_not_fit_what_is_stored_is_rejected_alone() throws IOException {
        load(bytes(
                HEADER + line(1) + line(2) + line(3).replace(",100", ",7") + line(4) + line(5).replace(",100", ",13")));
        assertThat(bookings.stored()).isEqualTo(3);
        assertThat(rejects())
                .extracting(reject -> reject.line() + " " + reject.reason())
                .containsExactly("4 AMOUNT_TAKEN", "6 DOES_NOT_FIT");
    }

    @Test
    void a_wrong_header_is_one_clear_error_that_lists_the_columns_and_no_value() {
        Refusal unknown = refusalOf("booking", person(1) + ",张三,350203,2024-05-01,1\n");
        assertThat(unknown.reason()).isEqualTo("HEADER_WRONG");
        assertThat(unknown.text()).contains("place 1", "citizen_id/公民身份号码").doesNotContain(person(1), "张三");
        assertThat(refusalOf("booking", "citizen_id,name,on\n").text()).contains("lacks division");
        assertThat(refusalOf("booking", "citizen_id,citizen_id\n").text()).contains("twice");
        assertThat(refusalOf("", "citizen_id;name;division;on\n").text()).contains("comma", "booking");
    }

    @Test
    void an_unknown_kind_is_answered_with_the_known_ones() {
        Refusal refusal = refusalOf("bookings", HEADER);
        assertThat(refusal.reason()).isEqualTo("KIND_UNKNOWN");
        assertThat(refusal.text()).contains("booking (citizen_id/公民身份号码, name/姓名");
    }

    @Test
    void files_of_other_formats_and_endless_fields_are_refused_with_what_to_do() {
        assertThat(refusalOf("", "PK\u0003\u0004rest").text()).contains("workbook");
        assertThat(refusalOf("", "").reason()).isEqualTo("FILE_EMPTY");
        Refusal endless = refusalOf("", HEADER + line(1) + "\"" + "x".repeat(10_000_000));
        assertThat(endless.reason()).isEqualTo("CSV_SYNTAX");
        assertThat(endless.text()).contains("unclosed quote");
    }

    @Test
    void two_hundred_thousand_lines_go_through_in_constant_memory() throws IOException {
        List<Long> used = new ArrayList<>();
        files.run("booking", TestFiles.ofLines(200_000), report -> {
            if (report.lines() % 50_000 == 0) {
                used.add(usedAfterCollection());
            }
        });
        assertThat(bookings.stored()).isEqualTo(200_000);
        assertThat(used.getLast() - used.getFirst()).isLessThan(4_000_000L);
    }

    @Test
    void a_database_that_goes_away_tells_how_many_lines_are_confirmed() {
        bookings.beforeStore = () -> {
            if (bookings.batches.size() == 2) {
                closeDatabase();
            }
        };
        ImportInterrupted interrupted = catchThrowableOfType(
                ImportInterrupted.class, () -> files.run("booking", TestFiles.ofLines(5_000), reports::add));
        openDatabase();
        assertThat(interrupted.confirmed()).isEqualTo(2_000);
        assertThat(bookings.stored()).isEqualTo(2_000);
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void closeDatabase() {
        server().execute("ALTER DATABASE " + name() + " ALLOW_CONNECTIONS false");
        server().query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?", row -> {}, name());
    }

    /** The pool lets go of what was idle when the database went away: it hands out a connection just used without looking at it. */
    private static void openDatabase() {
        server().execute("ALTER DATABASE " + name() + " ALLOW_CONNECTIONS true");
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    private static String name() {
        return URI.create(database.url().substring("jdbc:".length())).getPath().substring(1);
    }

    /** The same server, by another database of it. */
    private static JdbcTemplate server() {
        return new JdbcTemplate(new DriverManagerDataSource(
                database.url().replace("/" + name(), "/postgres"), database.user(), database.password()));
    }

    private Refusal refusalOf(String kind, String file) {
        RefusalException refused = catchThrowableOfType(
                RefusalException.class, () -> files.run(kind, new ByteArrayInputStream(bytes(file)), reports::add));
        return refused.refusal();
    }

    private void load(byte[] file) throws IOException {
        load(new ByteArrayInputStream(file));
    }

    private void load(InputStream file) throws IOException {
        files.run("", file, reports::add);
    }

    private Progress last() {
        return reports.getLast();
    }

    private List<Reject> rejects() {
        return reports.stream().flatMap(report -> report.rejects().stream()).toList();
    }
}
