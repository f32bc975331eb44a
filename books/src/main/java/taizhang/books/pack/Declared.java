package taizhang.books.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Everything that packs declare, as read, by full code; what refers to something finds it here.
 *
 * @param packs by name
 */
record Declared(
    SequencedMap<String, Draft> packs,
    SequencedMap<String, Tree.Mapping> ledgers,
    SequencedMap<String, Tree.Mapping> indicators,
    SequencedMap<String, Tree.Mapping> lifecycles,
    Problems problems) {

  /**
   * A pack before its meaning is checked.
   *
   * @param name its name
   * @param root what its file holds
   * @param source the file
   */
  record Draft(String name, Tree.Mapping root, PackSource source) {}

  /** Reads the texts, holds each against the schema and lists what they declare. */
  static Declared read(Collection<PackSource> sources, Problems problems) {
    Declared declared =
        new Declared(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            problems);
    for (PackSource source : sources) {
      Tree.Mapping root = TreeReader.read(source, problems);
      if (root != null) {
        PackShape.check(root, problems);
        declared.add(root, source);
      }
    }
    return declared;
  }

  private void add(Tree.Mapping root, PackSource source) {
    Tree.Scalar name = root.scalar("pack");
    if (name == null) {
      return;
    }
    Draft before = packs.putIfAbsent(name.text(), new Draft(name.text(), root, source));
    if (before != null) {
      problems.add(
          name.place(), "pack '" + name.text() + "' is declared in " + before.source().file());
      return;
    }
    checkFolder(name, source);
    register(name.text(), root, "ledgers", ledgers);
    register(name.text(), root, "indicators", indicators);
    register(name.text(), root, "lifecycles", lifecycles);
  }

  private void checkFolder(Tree.Scalar name, PackSource source) {
    String[] path = source.file().split("[/\\\\]", -1);
    String folder = path.length < 2 ? name.text() : path[path.length - 2];
    if (path[path.length - 1].equals(Packs.FILE) && !folder.equals(name.text())) {
      problems.add(name.place(), "must be '" + folder + "', as its folder is called");
    }
  }

  private static void register(
      String pack, Tree.Mapping root, String key, SequencedMap<String, Tree.Mapping> into) {
    root.mappings(key).forEach((name, item) -> into.put(pack + "." + name, item));
  }

  /** True where the code is among those declared; otherwise says what there is. */
  boolean knows(
      SequencedMap<String, ?> declared, String code, String what, String pack, Place place) {
    if (declared.containsKey(code)) {
      return true;
    }
    String written = Names.shortest(pack, code);
    problems.add(
        place,
        "there is no "
            + what
            + " '"
            + written
            + "'"
            + Suggestion.among(near(declared, pack, code), written));
    return false;
  }

  /** What could have been meant: the pack's own by bare name, that of others by full code. */
  private static List<String> near(SequencedMap<String, ?> declared, String pack, String code) {
    List<String> names = new ArrayList<>();
    for (String known : declared.keySet()) {
      if (Names.pack(known).equals(pack) || !Names.pack(code).equals(pack)) {
        names.add(Names.shortest(pack, known));
      }
    }
    return names;
  }
}
