package onepermit.local.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onepermit.local.Home;
import onepermit.local.Listener;
import onepermit.local.Local;
import onepermit.local.Trouble;

/** The local OpenID issuer inside the gateway, asked by client credentials: the client {@code local-ROLE} with a secret of this machine. */
public final class Issuer {
    public static final String RESIDENT = "resident";
    public static final List<String> ROLES = List.of(
            "admission-officer",
            "permit-officer",
            "social-insurance-officer",
            "vaccination-officer",
            "supervisor",
            "administrator",
            "auditor",
            "operator",
            "integrator",
            "service",
            RESIDENT);
    /** One who keeps the machines running acts for no division; which roles do not is the issuer's to say. */
    public static final String EVERYWHERE = "";

    /** Which roles need a department is the issuer's to say. */
    public static final String OF_NONE = "";

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern REASON = Pattern.compile("\"error_description\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)+)\"");

    private final Local local;
    private final HttpClient http = HttpClient.newHttpClient();

    public Issuer(Local local) {
        this.local = local;
    }

    /** An access token that says who acts, in which role and for which division. */
    public String token(String role, String division) {
        return token(role, division, OF_NONE);
    }

    /** @param department of an administrator or auditor */
    public String token(String role, String division, String department) {
        if (!ROLES.contains(role))
            throw new Trouble("'%s' is no role: give one of %s.".formatted(role, String.join(", ", ROLES)));
        return granted(role, division, send(request(role, form(division, department))));
    }

    /** A token of a person who asks about herself. */
    public String ofResident(String citizenId) {
        String form =
                "grant_type=client_credentials&citizen_id=" + URLEncoder.encode(citizenId, StandardCharsets.UTF_8);
        return granted(RESIDENT, EVERYWHERE, send(request(RESIDENT, form)));
    }

    private static String granted(String role, String division, HttpResponse<String> answer) {
        Matcher token = ACCESS_TOKEN.matcher(answer.body());
        if (answer.statusCode() == 200 && token.find()) return token.group(1);
        throw refused(role, division, answer);
    }

    private static Trouble refused(String role, String division, HttpResponse<String> answer) {
        Matcher reason = REASON.matcher(answer.body());
        String why = reason.find()
                ? reason.group(1).replace("\\\"", "\"")
                : answer.body().strip();
        if (division.equals(EVERYWHERE) && answer.statusCode() == 400 && why.contains("division"))
            return new Trouble("The role %s is bound to a place: give --division CODE, for example --division 350203."
                    .formatted(role));
        if (department(answer, why))
            return new Trouble("The role %s is of a department: give --department permit, education, social or health."
                    .formatted(role));
        String where = division.equals(EVERYWHERE) ? "" : " in division " + division;
        return new Trouble("The issuer gave no token for the role %s%s (HTTP %d): %s"
                .formatted(role, where, answer.statusCode(), why));
    }

    private static boolean department(HttpResponse<String> answer, String why) {
        return answer.statusCode() == 400 && why.contains("department");
    }

    private static String form(String division, String department) {
        return "grant_type=client_credentials&division=" + URLEncoder.encode(division, StandardCharsets.UTF_8)
                + (department.equals(OF_NONE)
                        ? ""
                        : "&department=" + URLEncoder.encode(department, StandardCharsets.UTF_8));
    }

    private HttpRequest request(String role, String form) {
        String basic = Base64.getEncoder()
                .encodeToString(("local-" + role + ":" + secret(role)).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:%d/oauth2/token"
                        .formatted(local.ports().of(Listener.GATEWAY))))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new Trouble(
                    "Nothing answers on port %d: start the stack with ./onepermit up."
                            .formatted(local.ports().of(Listener.GATEWAY)),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String secret(String role) {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(clientsFile(local.home()))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new Trouble(
                    "The clients' secrets in %s cannot be read: start the stack once with ./onepermit up."
                            .formatted(clientsFile(local.home())),
                    e);
        }
        return secrets.getProperty(role, "");
    }

    /** One line per role: {@code ROLE=SECRET}; the gateway reads the same file. */
    public static Path clientsFile(Home home) {
        return home.keys().resolve("clients.properties");
    }
}
