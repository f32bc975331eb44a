package taizhang.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.server.town.Town;

/**
 * What stands around every page: who is signed in, where, and where one can go from here.
 *
 * @param town the town whose page it is, null on pages of none
 * @param who what the person may see and do there, null before signing in and on pages of no town
 * @param name the person's name, empty before signing in
 * @param towns the towns the person holds a post in
 * @param demo true where what is shown is made up (演示数据)
 * @param csrf what every form sends along
 * @param places the parts of the site the person may enter
 * @param query what stands in the number box
 * @param notices how many notices the person has not seen
 * @param english true where the words around the content are wanted in English
 */
public record Frame(
    @Nullable Town town,
    @Nullable Clearance who,
    String name,
    List<Town> towns,
    boolean demo,
    String csrf,
    List<Place> places,
    String query,
    long notices,
    boolean english) {

  public Frame {
    towns = List.copyOf(towns);
    places = List.copyOf(places);
  }

  /** True where somebody is signed in. */
  public boolean signedIn() {
    return !name.isEmpty();
  }

  /**
   * A part of the site.
   *
   * @param group heading it stands under, empty for the daily ones
   * @param href where it is
   * @param here true where the page shown belongs to it
   */
  public record Place(String group, String title, String href, boolean here) {}
}
