package onepermit.exchange.catalogue.grpc;

import io.grpc.BindableService;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Descriptions;
import onepermit.exchange.catalogue.Retentions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Wires the catalogue service. */
@AutoConfiguration(after = CatalogueConfiguration.class, before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty("onepermit.department")
public class CatalogueGrpcConfiguration {

    @Bean
    BindableService catalogueEndpoint(Catalogue catalogue, Descriptions descriptions, Retentions retentions) {
        return new CatalogueEndpoint(catalogue, descriptions, retentions);
    }
}
