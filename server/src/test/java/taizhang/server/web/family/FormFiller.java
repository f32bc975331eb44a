package taizhang.server.web.family;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;

/**
 * Fills the form of any ledger as a clerk does: what the form itself asks for, with what the
 * ledger's declaration accepts. Optional dates stay empty, for most of them end something.
 */
final class FormFiller {

  private final Page page;
  private final Ledger ledger;
  private final Map<String, String> said;

  /**
   * @param said what this entry says, by field; empty to leave a field empty
   */
  FormFiller(Page page, Ledger ledger, Map<String, String> said) {
    this.page = page;
    this.ledger = ledger;
    this.said = said;
  }

  /** Fills the form; returns the names of the fields that the form has, in its order. */
  List<String> fill() {
    Locator area = page.locator("#i-area");
    if (area.inputValue().isEmpty()) {
      area.selectOption(ledger.livesAt().equals("town") ? WholeTown.ROOT : WholeTown.VILLAGE);
    }
    List<String> names = new ArrayList<>();
    for (Locator box : page.locator("#entry .input:has([name^='f.'])").all()) {
      Locator input = box.locator("[name^='f.']").first();
      String name = input.getAttribute("name").substring("f.".length());
      names.add(name);
      Field field = Objects.requireNonNull(ledger.fields().get(name), name);
      String value = said.getOrDefault(name, usual(field));
      if (!value.isEmpty()) {
        put(box, input, field, value);
      }
    }
    return names;
  }

  private static String usual(Field field) {
    return switch (field.type()) {
      case REF -> field.required() ? "pick" : "";
      case DATE, FILE, PHOTO, INDICATOR -> field.required() ? Sample.of(field) : "";
      default -> Sample.of(field);
    };
  }

  private static void put(Locator box, Locator input, Field field, String value) {
    if (field.type() == FieldType.REF) {
      box.locator(".pick-look").focus();
      box.locator(".pick-one").first().click();
    } else if (box.locator("[type=radio]").count() > 0) {
      box.locator("[type=radio][value='" + value + "']").check();
    } else if (box.locator("select").count() > 0) {
      input.selectOption(value);
    } else {
      input.fill(value);
    }
  }
}
