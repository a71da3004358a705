package onepermit.exchange.load.grpc;

import java.time.Clock;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.IdentityConfiguration;
import onepermit.exchange.load.FileImport;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.ImportKinds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** The import of files, for a department that has an {@link ImportKind}. */
@AutoConfiguration(after = IdentityConfiguration.class)
@ConditionalOnBean(ImportKind.class)
public class LoadConfiguration {

    @Bean
    ImportKinds importKinds(ObjectProvider<ImportKind<?>> kinds) {
        return new ImportKinds(kinds.orderedStream().toList());
    }

    @Bean
    FileImport fileImport(ImportKinds kinds, CitizenIds citizenIds, Divisions divisions, Clock clock) {
        return new FileImport(kinds, citizenIds, divisions, clock);
    }

    @Bean
    ImportEndpoint importEndpoint(ImportKinds kinds, FileImport files) {
        return new ImportEndpoint(kinds, files);
    }
}
