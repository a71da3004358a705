package onepermit.gateway.console;

import java.time.Clock;
import java.time.Duration;
import onepermit.gateway.issuer.OfficerTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The console: one page, its files, the session, and calls made by it. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    /** The officers of the demonstration need no secret, so they are there among synthetic people alone. */
    @Bean
    Officers officers(
            ObjectProvider<OfficerTokens> tokens,
            @Value("${onepermit.profile.synthetic:false}") boolean synthetic,
            Clock clock) {
        return new Officers(synthetic ? tokens.getIfAvailable() : null, clock);
    }

    @Bean
    SecurityFilterChain consolePaths(HttpSecurity http, Officers officers) {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(settings -> settings.sameSite("Strict"));
        return http.securityMatcher("/", "/desk/**", "/console/**")
                .csrf(csrf -> csrf.spa().csrfTokenRepository(cookie))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(failures -> failures.accessDeniedHandler((request, response, denied) ->
                        ConsoleProblem.write(response, 403, "CSRF", "this call did not come from the console")))
                .addFilterAfter(new OfficerCalls(officers), CsrfFilter.class)
                .build();
    }

    /** The files carry a hash of their content in their names. */
    @Bean
    RouterFunction<ServerResponse> console(Officers officers) {
        Page page = new Page();
        SessionDoor session = new SessionDoor(officers);
        return RouterFunctions.route()
                .GET("/", page::show)
                .HEAD("/", page::show)
                .GET("/desk/{*rest}", page::show)
                .GET("/console/session", session::show)
                .POST("/console/session", session::signIn)
                .DELETE("/console/session", session::signOut)
                .add(RouterFunctions.resources(
                        "/console/assets/**",
                        new ClassPathResource("console/assets/"),
                        (file, headers) -> headers.setCacheControl(
                                CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())))
                .build();
    }
}
