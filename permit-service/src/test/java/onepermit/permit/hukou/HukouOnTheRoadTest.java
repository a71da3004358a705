package onepermit.permit.hukou;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.HukouFact;
import org.junit.jupiter.api.Test;

/** Scenario 21, as far as it is public security's: the place of hukou reaches social security, and so does its change. */
class HukouOnTheRoadTest extends PermitOffice {
    private static final String MS_ZHANG = "990102197104080041";

    @Test
    void the_place_of_hukou_reaches_social_security_and_a_change_of_it_too() throws InvalidProtocolBufferException {
        PersonKey person = key(MS_ZHANG);

        load("person", "citizen_id,name,hukou_division", MS_ZHANG + ",张女士,420600");
        assertThat(arrived(person, 1).getDivision()).isEqualTo("420600");

        load("person", "citizen_id,name,hukou_division,hukou_since", MS_ZHANG + ",张女士,420100,2024-05-01");
        HukouFact moved = arrived(person, 2);
        assertThat(moved.getDivision()).isEqualTo("420100");
        assertThat(moved.getSince()).isEqualTo(20240501);
    }

    private static HukouFact arrived(PersonKey person, long version) throws InvalidProtocolBufferException {
        FactRow row =
                Await.value(
                        "version " + version + " of the place of hukou",
                        Duration.ofSeconds(60),
                        () -> neighbours()
                                .socialReader()
                                .read(Set.of(person), Contexts.PENSION)
                                .find(person, "hukou.place")
                                .rows()
                                .stream()
                                .filter(fact -> fact.version() == version)
                                .findFirst()
                                .orElse(null));
        return HukouFact.parseFrom(row.payload());
    }
}
