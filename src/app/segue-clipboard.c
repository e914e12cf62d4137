/* segue-clipboard.c - steps on the clipboard of the desktop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline puts a small plan on the clipboard and takes one from it. Here
 * it is said how such a plan goes from one program to another: as a
 * segue-plan document.
 */
#include "app/segue-clipboard.h"

#include "exchange/segue-json-reader.h"
#include "exchange/segue-json-writer.h"

#define MIME_TYPE "application/vnd.segue-plan+json"

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GdkContentSerializer *serializer = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    gdk_content_serializer_return_success (serializer);
  else
    gdk_content_serializer_return_error (serializer, error);
}

static void
serialize_cb (GdkContentSerializer *serializer)
{
  SeguePlan *plan = g_value_get_object (gdk_content_serializer_get_value (serializer));
  char *text = segue_json_write_plan (plan);

  gdk_content_serializer_set_task_data (serializer, text, g_free);
  g_output_stream_write_all_async (gdk_content_serializer_get_output_stream (serializer), text, strlen (text),
                                   gdk_content_serializer_get_priority (serializer),
                                   gdk_content_serializer_get_cancellable (serializer), written_cb, serializer);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GdkContentDeserializer *deserializer = user_data;
  GMemoryOutputStream *buffer = G_MEMORY_OUTPUT_STREAM (source);
  GError *error = NULL;
  SeguePlan *plan = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    plan = segue_json_read_plan (g_memory_output_stream_get_data (buffer), g_memory_output_stream_get_data_size (buffer),
                                 MIME_TYPE, &error);
  if (plan == NULL)
    {
      gdk_content_deserializer_return_error (deserializer, error);
      return;
    }
  g_value_take_object (gdk_content_deserializer_get_value (deserializer), plan);
  gdk_content_deserializer_return_success (deserializer);
}

static void
deserialize_cb (GdkContentDeserializer *deserializer)
{
  g_autoptr (GOutputStream) buffer = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (buffer, gdk_content_deserializer_get_input_stream (deserializer),
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                gdk_content_deserializer_get_priority (deserializer),
                                gdk_content_deserializer_get_cancellable (deserializer), read_cb, deserializer);
}

/**
 * segue_clipboard_install:
 *
 * Called once, at the start.
 */
void
segue_clipboard_install (void)
{
  gdk_content_register_serializer (SEGUE_TYPE_PLAN, MIME_TYPE, serialize_cb, NULL, NULL);
  gdk_content_register_deserializer (MIME_TYPE, SEGUE_TYPE_PLAN, deserialize_cb, NULL, NULL);
}
