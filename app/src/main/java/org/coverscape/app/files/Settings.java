package org.coverscape.app.files;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;

/**
 * What the application remembers of its user between starts.
 *
 * @param dark whether the dark theme is shown
 * @param colourBlindSafe whether the classes are shown in the colour-blind-safe palette
 * @param tourSeen whether the tour of the first start was shown
 * @param recent paths of projects, the last one first
 * @param coordinates how coordinates are written: {@code degrees}, {@code dms} or {@code utm}
 * @param chipsPerSecond the rate of the last run, for estimates; 0 before the first
 * @param baseMap address of a base map's tiles, with {@code {z}}, {@code {x}} and {@code {y}}
 * @param baseMapCredit whom the base map is owed to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
    boolean dark,
    boolean colourBlindSafe,
    boolean tourSeen,
    List<String> recent,
    String coordinates,
    double chipsPerSecond,
    String baseMap,
    String baseMapCredit) {
  private static final String TOPO =
      "https://basemap.nationalmap.gov/arcgis/rest/services/USGSTopo/MapServer/tile/{z}/{y}/{x}";
  private static final String TOPO_CREDIT = "USGS The National Map";

  /** Projects that are remembered at most. */
  private static final int MOST_RECENT = 10;

  /** Before the first start. */
  public static final Settings DEFAULT =
      new Settings(false, false, false, List.of(), "degrees", 0, TOPO, TOPO_CREDIT);

  /** Takes a copy of the list; what an older file lacks is as before the first start. */
  @SuppressWarnings("ConstantValue")
  public Settings {
    recent = recent == null ? List.of() : List.copyOf(recent);
    coordinates = coordinates == null ? "degrees" : coordinates;
    baseMap = baseMap == null ? TOPO : baseMap;
    baseMapCredit = baseMapCredit == null ? TOPO_CREDIT : baseMapCredit;
  }

  /** With another theme. */
  public Settings withDark(boolean other) {
    return new Settings(
        other,
        colourBlindSafe,
        tourSeen,
        recent,
        coordinates,
        chipsPerSecond,
        baseMap,
        baseMapCredit);
  }

  /** With another palette. */
  public Settings withColourBlindSafe(boolean other) {
    return new Settings(
        dark, other, tourSeen, recent, coordinates, chipsPerSecond, baseMap, baseMapCredit);
  }

  /** After the tour. */
  public Settings withTourSeen() {
    return new Settings(
        dark, colourBlindSafe, true, recent, coordinates, chipsPerSecond, baseMap, baseMapCredit);
  }

  /** With other coordinates. */
  public Settings withCoordinates(String other) {
    return new Settings(
        dark, colourBlindSafe, tourSeen, recent, other, chipsPerSecond, baseMap, baseMapCredit);
  }

  /** After a run. */
  public Settings withChipsPerSecond(double rate) {
    return new Settings(
        dark, colourBlindSafe, tourSeen, recent, coordinates, rate, baseMap, baseMapCredit);
  }

  /** After a project was opened. */
  public Settings withRecent(String project) {
    List<String> newer = new ArrayList<>(List.of(project));
    recent.stream().filter(r -> !r.equals(project)).limit(MOST_RECENT - 1).forEach(newer::add);
    return new Settings(
        dark,
        colourBlindSafe,
        tourSeen,
        newer,
        coordinates,
        chipsPerSecond,
        baseMap,
        baseMapCredit);
  }

  /** Without a project that is gone. */
  public Settings withoutRecent(String project) {
    List<String> fewer = recent.stream().filter(r -> !r.equals(project)).toList();
    return new Settings(
        dark,
        colourBlindSafe,
        tourSeen,
        fewer,
        coordinates,
        chipsPerSecond,
        baseMap,
        baseMapCredit);
  }

  /** With another base map. */
  public Settings withBaseMap(String address, String credit) {
    return new Settings(
        dark, colourBlindSafe, tourSeen, recent, coordinates, chipsPerSecond, address, credit);
  }
}
