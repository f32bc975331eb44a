package taizhang.server.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import taizhang.books.access.Clearance;
import taizhang.server.town.Town;

/**
 * What the API says of itself in OpenAPI 3.1: what always comes and what may be null is what the
 * code says; every call may be refused, and how that is told is described once.
 */
@Configuration(proxyBeanMethods = false)
class Description {

  static {
    // The person comes from the token, the town from the path: no caller sends them.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Clearance.class, Town.class);
  }

  @Bean
  OpenAPI about() {
    String bearer = "token";
    return new OpenAPI()
        .info(
            new Info()
                .title("Taizhang 台账")
                .version("1")
                .description(
                    "One set of books for a township. Numbers are decimal strings. What is wrong"
                        + " comes as application/problem+json with the field and the remedy."))
        .addServersItem(new Server().url("/"))
        .addSecurityItem(new SecurityRequirement().addList(bearer))
        .schemaRequirement(
            bearer, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
  }

  @Bean
  OpenApiCustomizer described() {
    return api -> {
      Map<String, Schema> schemas = api.getComponents().getSchemas();
      schemas.putAll(ModelConverters.getInstance(true).readAll(ApiProblem.class));
      records().forEach(type -> complete(type, schemas.get(type.getSimpleName())));
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(Description::refusable);
    };
  }

  /** The records that calls take and answer with. */
  private static Set<Class<?>> records() {
    Set<Class<?>> records = new LinkedHashSet<>(List.of(EntryRequest.class, ApiProblem.class));
    Stream.of(Answers.class, AttachmentsApi.class, ApiProblem.class)
        .flatMap(home -> Stream.of(home.getDeclaredClasses()))
        .filter(Class::isRecord)
        .forEach(records::add);
    return records;
  }

  private static void complete(Class<?> type, @Nullable Schema<?> schema) {
    if (schema == null) {
      return;
    }
    boolean asked = type == EntryRequest.class;
    List<String> always = new ArrayList<>();
    for (RecordComponent part : type.getRecordComponents()) {
      boolean nullable = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
      @Nullable Schema<?> property = schema.getProperties().get(part.getName());
      if (nullable && property != null && property.getTypes() != null) {
        property.addType("null");
      }
      if (!nullable || !asked) {
        always.add(part.getName());
      }
    }
    schema.setRequired(always);
    schema.setAdditionalProperties(false);
  }

  private static void refusable(Operation operation) {
    String schema = "#/components/schemas/" + ApiProblem.class.getSimpleName();
    MediaType trouble = new MediaType().schema(new Schema<>().$ref(schema));
    String type = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    operation
        .getResponses()
        .addApiResponse(
            "4XX",
            new ApiResponse()
                .description("Refused: nothing was changed; the fields and the remedy are named")
                .content(new Content().addMediaType(type, trouble)));
  }
}
