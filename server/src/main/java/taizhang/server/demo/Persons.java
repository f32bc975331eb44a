package taizhang.server.demo;

import java.time.LocalDate;

/** The people of a town: a household has one head, whatever ledger asks. */
final class Persons {

  private static final int YOUNGEST_HEAD = 28;
  private static final int OLDEST_HEAD = 88;

  private final DemoTown town;
  private final Households households;

  Persons(DemoTown town) {
    this.town = town;
    this.households = new Households(town.code());
  }

  /** A household that the group's ledger does not have yet. */
  String household(Made of, Row row) {
    return households.next(of.group().ledger(), row.area());
  }

  /** Something of the head of the row's household. */
  String head(Made of, Row row, String part) {
    String household = of.column("household").get(row.n()).text();
    Dice dice = Dice.of(town.code(), "head", household);
    return part(People.of(dice, town.county(), countedAt(), YOUNGEST_HEAD, OLDEST_HEAD), part);
  }

  /** Something of the person of the row's own. */
  String own(Made of, Row row, Recipe.Person person) {
    Dice dice = Dice.of(town.code(), of.group().name(), "person", Integer.toString(row.n()));
    return part(
        People.of(dice, town.county(), countedAt(), person.youngest(), person.oldest()),
        person.part());
  }

  private String part(People person, String part) {
    return switch (part) {
      case "name" -> person.name();
      case "id" -> person.number();
      case "age_band" -> person.ageBand(countedAt());
      default -> throw new IllegalArgumentException("a person has no '" + part + "'");
    };
  }

  private LocalDate countedAt() {
    return town.booksFrom();
  }
}
