/* pt-figure.h: facts about a figure that more than one painter needs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/draw.h>

/* Height a marker takes at the lower edge of an activity, and a type's symbol at its upper edge. */
#define PT_MARKER_SIZE 14.0
#define PT_ICON_SIZE 18.0
/* Between an outline and what stands inside it. */
#define PT_PADDING 5.0
/* Between the two outlines of a transaction. */
#define PT_TRANSACTION_GAP 4.0
#define PT_ENVELOPE_WIDTH 26.0
#define PT_ENVELOPE_HEIGHT 18.0
/* How far an envelope floats above or below the band that sends it. */
#define PT_ENVELOPE_DISTANCE 20.0

/** pt_figure_can_be_painted: Returns: whether its geometry is finite, within ±1e7 and not empty */
gboolean pt_figure_can_be_painted (const PtDiagramElement *figure);
PtBpmnType pt_figure_type (const PtDiagramElement *figure);
PtFamily pt_figure_family (const PtDiagramElement *figure);

/** pt_figure_ground: Returns: (nullable): the innermost coloured or opaque container that @figure
 *  stands on, on the same diagram */
const PtDiagramElement *pt_figure_ground (const PtDiagramElement *figure);

/** pt_figure_is_band: Returns: whether it is a participant of a choreography activity */
gboolean pt_figure_is_band (const PtDiagramElement *figure);
/** pt_figure_is_black_box: Returns: whether it is a pool that shows nothing of its process */
gboolean pt_figure_is_black_box (const PtDiagramElement *figure);
/** pt_figure_is_open: Returns: whether its content is drawn inside, so that its name stands at the
 * top */
gboolean pt_figure_is_open (const PtDiagramElement *figure);
/** pt_figure_inside: Returns: what the outline of an activity leaves free: less in a transaction */
PtBounds pt_figure_inside (const PtDiagramElement *figure);
/** pt_figure_header: Returns: the strip of a pool or lane that holds its name */
PtBounds pt_figure_header (const PtDiagramElement *figure);
/** pt_figure_between_bands: Returns: the part of a choreography activity that its bands leave free
 */
PtBounds pt_figure_between_bands (const PtDiagramElement *figure);
/** pt_figure_reach: Returns: what painting its body may touch */
PtBounds pt_figure_reach (const PtDiagramElement *figure);
