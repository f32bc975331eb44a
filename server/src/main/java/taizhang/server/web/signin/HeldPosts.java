package taizhang.server.web.signin;

import java.util.List;
import taizhang.books.access.Clearance;

/** The posts a person holds in one town, in words. */
public record HeldPosts(String town, List<String> posts) {

  public HeldPosts {
    posts = List.copyOf(posts);
  }

  HeldPosts(String town, Clearance who) {
    this(
        town,
        who.posts().stream()
            .map(post ->
                post.role().title() + (post.department().isEmpty() ? "" : "·" + post.department()))
            .toList());
  }
}
