/* segue-view.h - what shows a plan at a place in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"
#include "ui/common/segue-viewport.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_VIEW            (segue_view_get_type ())
#define SEGUE_VIEW(object)         (G_TYPE_CHECK_INSTANCE_CAST ((object), SEGUE_TYPE_VIEW, SegueView))
#define SEGUE_IS_VIEW(object)      (G_TYPE_CHECK_INSTANCE_TYPE ((object), SEGUE_TYPE_VIEW))
#define SEGUE_VIEW_CLASS(klass)    (G_TYPE_CHECK_CLASS_CAST ((klass), SEGUE_TYPE_VIEW, SegueViewClass))
#define SEGUE_VIEW_GET_CLASS(self) (G_TYPE_INSTANCE_GET_CLASS ((self), SEGUE_TYPE_VIEW, SegueViewClass))

typedef struct _SegueView SegueView;
typedef struct _SegueViewClass SegueViewClass;

/**
 * SegueView:
 * @session: (nullable): whose plan is shown
 * @viewport: (nullable): where the person is looking
 *
 * Base of all that shows a plan. Properties: "session", "viewport". The fields
 * are for the subclass to read; they are set by the properties alone.
 */
struct _SegueView
{
  AdwBin parent_instance;

  SegueSession *session;
  SegueViewport *viewport;

  /*< private >*/
  GSignalGroup *session_signals;
  GSignalGroup *viewport_signals;
  gboolean stale; /* what it shows is no longer true, and nobody looks */
};

/**
 * SegueViewClass:
 * @session_changed: there is another session, or none
 * @layout_changed: there is a session, and its plan was laid out anew
 * @refresh: the same, or there is no session; called once it is in sight, so
 *   that out of sight nothing is made
 * @viewport_changed: there is another viewport, or none
 */
struct _SegueViewClass
{
  AdwBinClass parent_class;

  void (*session_changed)  (SegueView *self);
  void (*layout_changed)   (SegueView *self);
  void (*refresh)          (SegueView *self);
  void (*viewport_changed) (SegueView *self);
};

GType          segue_view_get_type       (void) G_GNUC_CONST;
SegueSession  *segue_view_get_session    (SegueView *self);
void           segue_view_set_session    (SegueView *self, SegueSession *session);
SegueViewport *segue_view_get_viewport   (SegueView *self);
void           segue_view_set_viewport   (SegueView *self, SegueViewport *viewport);
void           segue_view_watch_session  (SegueView *self, const char *signal, GCallback callback);
void           segue_view_watch_viewport (SegueView *self, const char *signal, GCallback callback);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueView, g_object_unref)

G_END_DECLS
