package onepermit.exchange.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.access.Caller;
import onepermit.exchange.ledger.Receipt;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.checkpoint.TlogProof;
import onepermit.exchange.ledger.checkpoint.Trust;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.publication.wire.KafkaSettings;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.LedgerKeyFiles;
import onepermit.exchange.testing.TestDatabase;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.LedgerLeaf;
import onepermit.exchange.v1.OriginOpened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department's database is rolled back from a backup, and its ledger goes on under another name. */
class NewOriginTest {
    private static final Caller OPERATOR = new Caller("operator-1", "operator", "", null, "test");
    private static final String METHOD = "onepermit.exchange.v1.LedgerService/OpenOrigin";
    private static final String REASON = "base backup of the night before";

    @TempDir
    private Path keys;

    private final KafkaSettings kafka =
            new KafkaSettings(TestInfrastructure.kafka(), TestInfrastructure.topicPrefix(), (short) 1, Map.of());
    private final List<LedgerNode> nodes = new ArrayList<>();
    private TestDatabase backup;
    private SignedCheckpoint published;

    private LedgerNode node(String department, TestDatabase at) {
        LedgerNode node = new LedgerNode(department, at, kafka, keys);
        nodes.add(node);
        return node;
    }

    @BeforeEach
    void roll_back() throws Exception {
        LedgerKeyFiles.write(keys);
        node("health", TestInfrastructure.database()).started();
        node("permit", TestInfrastructure.database()).started();
        TestDatabase database = TestInfrastructure.database();
        LedgerNode before = node("education", database).started();
        before.looks(5);
        before.cosigned(4, 2);
        before.close();
        backup = database.copy();
        LedgerNode after = node("education", database).started();
        after.looks(3);
        published = after.cosigned(7, 2);
        after.close();
    }

    @AfterEach
    void close() {
        nodes.forEach(LedgerNode::close);
    }

    @Test
    void a_ledger_that_was_set_back_goes_on_under_a_name_whose_first_leaf_tells_the_break() throws Exception {
        LedgerNode restored = setBack();
        LedgerKeyFiles.another(keys, "education", 2);

        OriginOpened opened = restored.newOrigin.begin(OPERATOR, METHOD, REASON).opened();

        SignedCheckpoint last =
                SignedCheckpoint.parse(opened.getFormerCheckpoint().getBytes(StandardCharsets.UTF_8));
        assertThat(last.checkpoint()).isEqualTo(published.checkpoint());
        assertThat(restored.keys.policy().check(last)).isInstanceOf(Trust.Trusted.class);
        assertThat(opened.getFormerOrigin()).isEqualTo("onepermit/education");
        assertThat(opened.getPublishedSize()).isEqualTo(8);
        assertThat(opened.getRestoredLeaves()).isEqualTo(5);
        assertThat(opened.getRestoredSize()).isEqualTo(5);
        assertThatThrownBy(restored::look).hasMessageContaining("LEDGER_SET_BACK");
        restored.close();

        LedgerNode again = node("education", backup).started();
        Receipt look = again.look();
        SignedCheckpoint signed = again.cosigned(look.index(), 2);

        assertThat(look.origin()).isEqualTo("onepermit/education/2");
        assertThat(look.index()).isEqualTo(1);
        LedgerLeaf first = LedgerLeaf.parseFrom(again.tree.leaf(0).orElseThrow());
        assertThat(first.getOriginOpened()).isEqualTo(opened);
        assertThat(first.getOfficer()).isEqualTo("operator-1");
        long size = signed.checkpoint().size();
        TlogProof proof =
                new TlogProof(Optional.empty(), 1, again.tree.proofs(size).inclusion(1, size), signed);
        assertThat(proof.check(Hash.of(look.leafHash())).holds()).isTrue();
        assertThat(again.keys.policy().check(signed)).isInstanceOf(Trust.Trusted.class);
        assertThat(again.finding()).isEmpty();
        assertThat(again.origins.receipt(2, new byte[0]).origin()).isEqualTo("onepermit/education");
        assertThat(again.origins.receipt(2, new byte[0]).index()).isEqualTo(2);
    }

    @Test
    void a_new_origin_needs_a_break_and_a_key_and_is_begun_once() throws Exception {
        assertThatThrownBy(() -> nodes.getFirst().newOrigin.begin(OPERATOR, METHOD, REASON))
                .hasMessageContaining("NOT_SET_BACK");
        LedgerNode restored = setBack();

        assertThatThrownBy(() -> restored.newOrigin.begin(OPERATOR, METHOD, REASON))
                .hasMessageContainingAll("ORIGIN_KEY", "ledger-education-2.key");
        LedgerKeyFiles.another(keys, "education", 2);
        restored.newOrigin.begin(OPERATOR, METHOD, REASON);

        assertThatThrownBy(() -> restored.newOrigin.begin(OPERATOR, METHOD, REASON))
                .hasMessageContainingAll("ORIGIN_OPENED", "onepermit/education/2", "restart");
    }

    @Test
    void an_origin_can_be_taken_back_no_more_than_a_leaf() throws Exception {
        LedgerNode restored = setBack();
        LedgerKeyFiles.another(keys, "education", 2);
        restored.newOrigin.begin(OPERATOR, METHOD, REASON);

        assertThatThrownBy(() -> restored.jdbc.execute("DELETE FROM ledger_origin"))
                .hasMessageContaining("append-only");
    }

    private LedgerNode setBack() {
        LedgerNode restored = node("education", backup).started();
        Await.until("it is noticed", () -> restored.standing.whyBroken().isPresent());
        return restored;
    }
}
