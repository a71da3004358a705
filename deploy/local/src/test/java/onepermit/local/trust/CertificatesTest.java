package onepermit.local.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import onepermit.local.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void prepare() {
        home = new Home(folder).prepare();
        at(Duration.ZERO).make();
    }

    @Test
    void every_department_has_a_certificate_of_its_own_name_that_the_authority_has_signed() throws Exception {
        X509Certificate education = certificate("education");

        education.verify(Pem.certificate(Certificates.authority(home)).getPublicKey());
        assertThat(education.getSubjectX500Principal().getName()).contains("CN=education");
        assertThat(education.getSubjectAlternativeNames().toString()).contains("education", "localhost", "127.0.0.1");
        assertThat(education.getBasicConstraints())
                .as("it signs nothing itself")
                .isEqualTo(-1);
        assertThat(education.getPublicKey()).isNotEqualTo(certificate("permit").getPublicKey());
    }

    @Test
    void keys_are_the_owners_alone() throws IOException {
        try (var files = Files.list(Certificates.authority(home).getParent())) {
            for (Path file : files.toList())
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
        }
    }

    @Test
    void a_certificate_is_kept_until_its_end_is_near_and_then_made_anew() {
        X509Certificate first = certificate("permit");
        at(Duration.ofDays(30)).make();
        assertThat(certificate("permit")).isEqualTo(first);

        at(Duration.ofDays(61)).make();

        assertThat(certificate("permit")).isNotEqualTo(first);
    }

    @Test
    void rotation_gives_everybody_a_new_key_under_the_same_authority() throws Exception {
        X509Certificate first = certificate("gateway");

        assertThat(at(Duration.ZERO).rotate()).contains("gateway", "permit", "broker", "database");

        X509Certificate second = certificate("gateway");
        assertThat(second.getPublicKey()).isNotEqualTo(first.getPublicKey());
        second.verify(Pem.certificate(Certificates.authority(home)).getPublicKey());
    }

    private Certificates at(Duration later) {
        return new Certificates(home, Clock.offset(Clock.systemUTC(), later));
    }

    private X509Certificate certificate(String holder) {
        return Pem.certificate(Certificates.of(home, holder));
    }
}
