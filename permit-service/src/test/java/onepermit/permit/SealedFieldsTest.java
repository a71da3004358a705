package onepermit.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import onepermit.exchange.testing.SyntheticIds;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealedFieldsTest extends PermitOffice {
    private static final String PERSON = "citizen_id,name,hukou_division";
    private static final String RESIDENCE = "citizen_id,division,address,kind,from,to";

    @Test
    void names_and_addresses_lie_sealed_and_the_same_file_again_writes_no_row() {
        String citizen = SyntheticIds.woman("1985-03-09");
        load("person", PERSON, citizen + ",欧阳晓燕,430100");
        load("residence", RESIDENCE, citizen + ",350203,甲路1号,REGISTRATION,2025-01-06,");
        List<String> first = rows(citizen);

        load("person", PERSON, citizen + ",欧阳晓燕,430100");
        load("residence", RESIDENCE, citizen + ",350203,甲路1号,REGISTRATION,2025-01-06,");

        assertThat(first)
                .hasSize(2)
                .noneMatch(row -> row.contains(hex("欧")) || row.contains(hex("甲")))
                .allMatch(row -> row.startsWith("fe01"));
        assertThat(rows(citizen)).isEqualTo(first);
    }

    @Test
    void of_two_lines_about_one_period_in_a_file_the_last_stands() {
        String citizen = SyntheticIds.man("1985-03-09");
        load("residence", RESIDENCE, citizen + ",350203,甲路1号,REGISTRATION,2025-01-06,");
        List<String> first = rows(citizen);

        load(
                "residence",
                RESIDENCE,
                citizen + ",350203,乙路2号,REGISTRATION,2025-01-06,",
                citizen + ",350203,甲路1号,REGISTRATION,2025-01-06,");

        assertThat(rows(citizen)).isEqualTo(first);
    }

    private List<String> rows(String citizen) {
        return service()
                .bean(JdbcClient.class)
                .sql("""
                SELECT encode(name, 'hex') FROM person_name WHERE person = :person
                UNION ALL SELECT encode(address, 'hex') FROM residence_period WHERE person = :person""")
                .param("person", key(citizen).bytes())
                .query(String.class)
                .list();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
