package taizhang.books.posting;

/**
 * A cell and whether what it holds is reviewed.
 *
 * @param cell where it counts
 * @param stage reviewed or waiting
 */
public record StagedCell(Cell cell, Stage stage) {}
