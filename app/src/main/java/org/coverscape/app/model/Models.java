package org.coverscape.app.model;

/**
 * All view models of one window.
 *
 * @param settings what is remembered between starts
 * @param region the region
 * @param imagery the imagery
 * @param search the search for imagery online
 * @param display how the imagery is shown
 * @param services the services
 * @param run the run
 * @param legend the legend
 * @param colours the colours of the classes
 * @param overlay how the land cover is shown
 * @param reading what the map tells
 * @param layers the layers of the map
 * @param export writing files
 * @param files opening files
 * @param project the project
 */
public record Models(
    SettingsModel settings,
    RegionModel region,
    ImageryModel imagery,
    SearchModel search,
    DisplayModel display,
    ServicesModel services,
    RunModel run,
    LegendModel legend,
    ColourModel colours,
    OverlayModel overlay,
    ReadingModel reading,
    LayersModel layers,
    ExportModel export,
    FilesModel files,
    ProjectModel project) {}
