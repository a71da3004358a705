package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.ListDatasetsRequest;
import onepermit.local.Local;
import org.junit.jupiter.api.Test;

/** All certificates are replaced while the stack answers. */
class RotationTest extends Scenario {

    @Test
    void everybody_shows_a_new_certificate_and_no_call_fails() {
        var before = shownBy("education_grpc");
        var ofTheBroker = shownBy("kafka");

        Local.of(Map.of("ONEPERMIT_HOME", stack.home().toString())).rotateCertificates();

        Eventually.within(
                Duration.ofSeconds(30),
                "the broker shows its new certificate",
                () -> !shownBy("kafka").equals(ofTheBroker));
        Eventually.within(Duration.ofSeconds(30), "education shows its new certificate", () -> {
            assertThat(datasets()).isPositive();
            return !shownBy("education_grpc").equals(before);
        });
        for (String department : new String[] {"permit", "social", "health"}) {
            var seen = shownBy(department + "_grpc");
            assertThat(seen.getSubjectX500Principal().getName()).contains("CN=" + department);
        }
        assertThat(datasets()).isPositive();
        new Family(city, "2019-03-02");
        city.isKnownTo("education");
    }

    private int datasets() {
        return door.at("education", "operator", FactsServiceGrpc.newBlockingStub(door.channel()))
                .listDatasets(ListDatasetsRequest.getDefaultInstance())
                .getDatasetsCount();
    }

    /** The certificate at a port now, whoever may have signed it. */
    private X509Certificate shownBy(String part) {
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            try (var socket = (SSLSocket)
                    context.getSocketFactory().createSocket("127.0.0.1", stack.port(part.toUpperCase(Locale.ROOT)))) {
                socket.startHandshake();
                return (X509Certificate) socket.getSession().getPeerCertificates()[0];
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
