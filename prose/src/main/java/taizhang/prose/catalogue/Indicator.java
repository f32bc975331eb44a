package taizhang.prose.catalogue;

import java.util.List;

/**
 * An indicator a claim may speak of.
 *
 * @param code its stable code, such as {@code economy.general_budget_revenue}
 * @param title its name
 * @param aliases other names it goes by
 * @param unit the name of its unit, or empty when any will do
 */
public record Indicator(String code, String title, List<String> aliases, String unit) {}
