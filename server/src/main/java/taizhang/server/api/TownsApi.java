package taizhang.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import taizhang.server.ledger.Rules;

/** Where the caller may go. */
@RestController
@Tag(name = "books")
class TownsApi {

  private final Rules rules;

  TownsApi(Rules rules) {
    this.rules = rules;
  }

  @GetMapping(path = "/api/v1/towns", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Towns in which the caller holds a post")
  List<Answers.TownAnswer> towns(Authentication caller) {
    return rules.townsOf(caller.getName()).stream()
        .map(town -> new Answers.TownAnswer(town.code(), town.name()))
        .toList();
  }
}
