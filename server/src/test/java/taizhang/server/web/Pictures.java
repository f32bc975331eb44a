package taizhang.server.web;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of pages, kept small: a page has few colours, so 256 of them do. */
final class Pictures {

  private static final int COLOURS = 256;

  private Pictures() {}

  static void save(byte[] png, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(few(ImageIO.read(new ByteArrayInputStream(png))), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same picture in the colours it uses most; every other one becomes the nearest of them. */
  private static BufferedImage few(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    Map<Integer, Integer> used = new HashMap<>();
    for (int pixel : pixels) {
      used.merge(pixel & 0xFFFFFF, 1, Integer::sum);
    }
    List<Integer> palette =
        used.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    int[] colours = palette.stream().mapToInt(colour -> colour).toArray();
    Map<Integer, Integer> places = new HashMap<>();
    BufferedImage small =
        new BufferedImage(
            width,
            height,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colours.length, colours, 0, false, -1, 0));
    for (int at = 0; at < pixels.length; at++) {
      int place = places.computeIfAbsent(pixels[at] & 0xFFFFFF, c -> nearest(c, colours));
      small.getRaster().setSample(at % width, at / width, 0, place);
    }
    return small;
  }

  private static int nearest(int colour, int[] colours) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int n = 0; n < colours.length; n++) {
      int away =
          squared(colour >> 16, colours[n] >> 16)
              + squared(colour >> 8, colours[n] >> 8)
              + squared(colour, colours[n]);
      if (away < least) {
        least = away;
        best = n;
      }
    }
    return best;
  }

  private static int squared(int one, int other) {
    int away = (one & 0xFF) - (other & 0xFF);
    return away * away;
  }
}
