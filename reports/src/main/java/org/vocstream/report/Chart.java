package org.vocstream.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A picture of numbers that also stand in a table of the same chapter. Immutable. */
public sealed interface Chart extends Block {
  /** What it shows, as people read it; also for those who cannot see it. */
  String caption();

  /** Id of the query that it shows. */
  String query();

  /**
   * A value with its 95% interval.
   *
   * @param value in the unit of the chart
   * @param low lower end
   * @param high upper end
   */
  record Point(double value, double low, double high) {}

  /**
   * One brand's values.
   *
   * @param name in the legend
   * @param points one for each category; empty where there is not enough
   */
  record Series(String name, List<Optional<Point>> points) {
    /** Copies the list. */
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * Values with intervals by category: a dot and a whisker for each brand, categories from top to
   * bottom.
   *
   * @param caption what it shows
   * @param unit of the values
   * @param categories from top to bottom
   * @param series one for each brand
   * @param reference a line to compare with, as 0 for gaps
   * @param query id of the query
   */
  record Intervals(
      String caption,
      Unit unit,
      List<String> categories,
      List<Series> series,
      OptionalDouble reference,
      String query)
      implements Chart {
    /** Copies the lists. */
    public Intervals {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }
  }

  /**
   * Values along an order, as time or the journey: a line with its band for each brand.
   *
   * @param caption what it shows
   * @param unit of the values
   * @param steps from left to right
   * @param series one for each brand
   * @param query id of the query
   */
  record Course(String caption, Unit unit, List<String> steps, List<Series> series, String query)
      implements Chart {
    /** Copies the lists. */
    public Course {
      steps = List.copyOf(steps);
      series = List.copyOf(series);
    }
  }

  /**
   * Points between two axes, cut into quadrants.
   *
   * @param caption what it shows
   * @param across title of the horizontal axis
   * @param up title of the vertical axis
   * @param acrossUnit of the horizontal axis
   * @param upUnit of the vertical axis
   * @param acrossCut where the vertical cut stands
   * @param upCut where the horizontal cut stands
   * @param spots what stands there
   * @param quadrants names of the quadrants: top left, top right, bottom left, bottom right; or
   *     none
   * @param query id of the query
   */
  record Quadrants(
      String caption,
      String across,
      String up,
      Unit acrossUnit,
      Unit upUnit,
      double acrossCut,
      double upCut,
      List<Spot> spots,
      List<String> quadrants,
      String query)
      implements Chart {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException where some quadrants have a name and others have none
     */
    public Quadrants {
      spots = List.copyOf(spots);
      quadrants = List.copyOf(quadrants);
      if (!quadrants.isEmpty() && quadrants.size() != 4) {
        throw new IllegalArgumentException(
            "there are four quadrants, not " + quadrants.size() + " as named");
      }
    }

    /** Quadrants without names. */
    public Quadrants(
        String caption,
        String across,
        String up,
        Unit acrossUnit,
        Unit upUnit,
        double acrossCut,
        double upCut,
        List<Spot> spots,
        String query) {
      this(caption, across, up, acrossUnit, upUnit, acrossCut, upCut, spots, List.of(), query);
    }
  }

  /**
   * One point of a chart of quadrants.
   *
   * @param name beside it
   * @param across its horizontal value
   * @param up its vertical value
   * @param tone what it means
   */
  record Spot(String name, double across, double up, Cell.Tone tone) {}

  /**
   * Amounts by category, categories from top to bottom, a bar for each brand.
   *
   * @param caption what it shows
   * @param unit of the amounts
   * @param categories from top to bottom
   * @param series one for each brand; only the values of its points are drawn
   * @param query id of the query
   */
  record Bars(String caption, Unit unit, List<String> categories, List<Series> series, String query)
      implements Chart {
    /** Copies the lists. */
    public Bars {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }
  }
}
