package onepermit.exchange.identity;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Identity, place and time for every service. */
@AutoConfiguration
public class IdentityConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    @ConditionalOnMissingBean
    CitizenIds citizenIds(@Value("${onepermit.profile.synthetic:false}") boolean synthetic, Clock clock) {
        return new CitizenIds(synthetic, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Divisions divisions(@Value("${onepermit.profile.synthetic:false}") boolean synthetic) {
        return Divisions.load(synthetic);
    }

    @Bean
    @ConditionalOnMissingBean
    WorkingDays workingDays() {
        return WorkingDays.load();
    }

    @Bean
    @ConditionalOnMissingBean
    CodeTables codeTables() {
        return CodeTables.load();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("onepermit.keys.directory")
    ExchangeKey exchangeKey(@Value("${onepermit.keys.directory}") Path directory) {
        return ExchangeKey.in(directory);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(ExchangeKey.class)
    PersonKeys personKeys(ExchangeKey key) {
        return new PersonKeys(key);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(ExchangeKey.class)
    DatasetKeys datasetKeys(ExchangeKey key) {
        return new DatasetKeys(key);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(ExchangeKey.class)
    Pseudonyms pseudonyms(ExchangeKey key) {
        return new Pseudonyms(key);
    }

    /** Where there are no keys, no dataset was moved. */
    @Bean
    @ConditionalOnMissingBean
    RoadKeys roadKeys(@Value("${onepermit.keys.directory:}") String directory) {
        return directory.isEmpty() ? RoadKeys.of(Map.of()) : RoadKeys.in(Path.of(directory));
    }
}
